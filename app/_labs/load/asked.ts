/** What can be asked of the calculator: each number with its bounds. */
import type { LoadQuestion } from '@/lib/labs/x22-load/multiply'

export interface AskedNumber {
  id: keyof LoadQuestion
  from: number
  to: number
  first: number
}

export const NUMBERS: readonly AskedNumber[] = [
  { id: 'visitors', from: 1, to: 10_000_000, first: 1000 },
  { id: 'pace', from: 0.1, to: 600, first: 6 },
  { id: 'who', from: 0, to: 100, first: 50 },
  { id: 'changes', from: 0, to: 100, first: 10 },
  { id: 'lines', from: 3, to: 30, first: 3 },
  { id: 'visit', from: 1, to: 600, first: 10 },
  { id: 'accessLife', from: 5, to: 86_400, first: 60 },
  { id: 'idle', from: 1, to: 10_080, first: 30 },
  { id: 'family', from: 1, to: 720, first: 12 },
]

export const FIRST = Object.fromEntries(
  NUMBERS.map(({ id, first }) => [id, first]),
) as unknown as LoadQuestion

/** null: it is no number within its bounds. */
export function numberIn(text: string, { from, to }: AskedNumber): number | null {
  const value = Number(text)
  return text.trim() !== '' && Number.isFinite(value) && value >= from && value <= to ? value : null
}
