/**
 * A cell is one server process with its own data (docs/decisions/0030). What has to find its way back to it begins with its name, so that a proxy can
 * tell by the first characters where a request belongs. Where there are no cells there is no name, and nothing in front.
 */
export const CELL_NAME = /^[a-z0-9]{1,4}$/

/** In no name of a cell; in the alphabet of what stands behind it, so that it needs no escape in a path, a cookie or a field. */
const BETWEEN = '-'

/** Public name of a sandbox: 64 random bits in 11 base64url characters. */
export const SANDBOX_NAME = /^(?:[a-z0-9]{1,4}-)?[\w-]{11}$/

export const withCell = (cell: string, text: string): string => (cell ? cell + BETWEEN + text : text)

/** @param length of what stands behind the name of a cell; `cell` is '' where none is named */
export function splitCell(text: string, length: number): { cell: string; rest: string } {
  const end = text.length - length
  const cell = text.slice(0, Math.max(0, end - 1))
  const isNamed = CELL_NAME.test(cell) && text[end - 1] === BETWEEN
  return isNamed ? { cell, rest: text.slice(end) } : { cell: '', rest: text }
}
