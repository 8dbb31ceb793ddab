/** What a watched port of the cookie lane gives away about what lies where. */
import type { SealedVisit } from '../credential'

/** A customer's number, with the dial `generation` on. */
export interface GenerationRow {
  userId: string
  generation: number
}

export type CookieFinding =
  | { type: 'sealed-visit'; known: boolean; text: string; visit: SealedVisit }
  | { type: 'generation-row'; known: boolean; row: GenerationRow }
