/** Names in the text that takes progress along: shorter than themselves, and the same wherever they are made. */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** FNV-1a, 32 bits. */
export function checksumOf(text: string): number {
  let sum = 0x811c9dc5
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193) >>> 0
  return sum
}

/** @param length at most 5 */
export function shortOf(text: string, length: number): string {
  let left = checksumOf(text)
  let short = ''
  while (short.length < length) {
    short += DIGITS[left % DIGITS.length]
    left = Math.floor(left / DIGITS.length)
  }
  return short
}

export const STEP_LENGTH = 3
export const CHOICE_LENGTH = 2
