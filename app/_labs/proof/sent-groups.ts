import type { SentLine } from '@/lib/labs/run/sent-line'

/** `number`: from 1, over the whole run; the verdict names its proofs by it. */
export interface NumberedLine extends SentLine {
  number: number
}

export const numbered = (sent: readonly SentLine[]): NumberedLine[] =>
  sent.map((line, index) => ({ ...line, number: index + 1 }))

/** In the order of the acts; what was sent between them comes last. */
export function linesByAct(
  sent: readonly SentLine[],
  filter: 'attacker' | 'all',
  acts: readonly string[],
): { act: string | null; lines: NumberedLine[] }[] {
  const shown = numbered(sent).filter(({ device }) => filter === 'all' || device === filter)
  return [...acts, null]
    .map((act) => ({ act, lines: shown.filter((line) => line.act === act) }))
    .filter(({ lines }) => lines.length > 0)
}
