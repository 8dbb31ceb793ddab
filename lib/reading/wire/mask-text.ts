/** The length a header value had before lib/trace/export/mask.ts put masks in the place of its credentials. */
const MASKS = /[^…;= \t]{0,6}…\[(\d+)\]/g

export function lengthOfMasked(text: string): number {
  let length = text.length
  for (const [mask, hidden] of text.matchAll(MASKS)) length += Number(hidden) - mask.length
  return length
}
