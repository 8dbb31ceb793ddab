/** Reads what lib/trace/mask.ts wrote in the place of a credential: its first characters and how many there are in all. */
const MASK = /^([^…]{0,6})…\[(\d+)\]$/
const MASKS = /[^…;=\s]{0,6}…\[(\d+)\]/g

export interface Masked {
  /** The first characters, as they are. */
  prefix: string
  /** How many characters the value has in all. */
  length: number
}

/** null: this text is not masked. */
export function readMask(text: string): Masked | null {
  const found = MASK.exec(text)
  return found ? { prefix: found[1]!, length: Number(found[2]) } : null
}

/** The length the text had before it was masked. */
export function lengthOfMasked(text: string): number {
  let length = text.length
  for (const [mask, hidden] of text.matchAll(MASKS)) length += Number(hidden) - mask.length
  return length
}
