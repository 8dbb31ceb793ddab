/** The cell that this process is, if it is one: the environment says so. */
import { splitCell, withCell } from './cell-name'
import { env } from './env'

/** With its name in front. */
export const ofThisCell = (text: string): string => withCell(env.CELL, text)

/** It names another cell: what it stands for is there, and nowhere else. @param length of what stands behind the name */
export function isElsewhere(text: string, length: number): boolean {
  const { cell } = splitCell(text, length)
  return cell !== '' && cell !== env.CELL
}
