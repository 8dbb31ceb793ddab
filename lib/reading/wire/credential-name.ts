/** Whose value a credential in a line is. Pure. */
import type { HeaderLine } from '@/lib/trace/model/exchange'
import type { LinePart } from './wire-parts'

/** What the reveal button reveals: a cookie by its name, else the scheme. @param before the parts that stand before it */
export const credentialName = (line: HeaderLine, before: readonly LinePart[]): string =>
  before.findLast(({ text }) => text.trim() !== '')?.text.replace(/=$/, '') ?? line[0]
