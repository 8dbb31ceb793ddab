/** How the line of one lane and device runs through each column. Pure. */
import type { Span } from './access'

/** '' nothing; 'on' through; 'from' starts in the middle; 'half' stops in the middle; 'guest' is thinner. */
export function cellsOf(spans: readonly Span[], columns: number): string[] {
  const cells: string[] = Array.from({ length: columns }, () => '')
  for (const { from, to, signedIn } of spans) {
    const last = to ?? columns - 1
    for (let i = from; i <= last; i++) {
      const part = i === from && i === to ? '' : i === from ? ' from' : i === to ? ' half' : ''
      // A sign-in ends the guest's line in the column where the customer's begins: both halves are there.
      cells[i] =
        cells[i]?.includes('half') && part === ' from' ? 'on' : `on${part}${signedIn ? '' : ' guest'}`
    }
  }
  return cells
}
