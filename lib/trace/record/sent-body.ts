/** The body of a write, for whoever repeats the request. No password and no token is kept, not even in memory. */

export interface SentBody {
  /** JSON, with `…` in the place of what is hidden; of a form only one that hides nothing. */
  text: string
  /** Names of the fields whose values were not kept. */
  hidden: string[]
}

export const HIDDEN = '…'

/** Octets of the body as it came. */
const MOST = 1024
/** Everything else could be a secret, and so could a value of another shape: a password typed into the wrong field. */
const PLAIN = new Map([
  ['sku', /^[a-z0-9-]{1,40}$/],
  ['quantity', /^-?\d{1,6}$/],
  ['email', /^[^\s@]{1,64}@[^\s@]{1,189}$/],
])
/** A name that is none of ours could be a secret as well. */
const NAME = /^[A-Za-z]\w{0,11}$/

/** null: longer than 1 KiB, or neither a JSON object with plain names nor a form with plain values. What cannot be read cannot be masked, and is not kept. */
export function sentBody(text: string): SentBody | null {
  if (Buffer.byteLength(text) > MOST) return null
  if (isPlainForm(text)) return { text, hidden: [] }
  const fields = fieldsOf(text)
  if (!fields || !Object.keys(fields).every((name) => NAME.test(name))) return null
  const hidden = Object.keys(fields).filter((name) => !isPlain(name, fields[name]))
  const shown = Object.entries(fields).map(([name, value]) => [name, hidden.includes(name) ? HIDDEN : value])
  return { text: JSON.stringify(Object.fromEntries(shown)), hidden }
}

function fieldsOf(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/** With the dial `crossSite` on "none" a form is read as well (weak-form.ts). */
function isPlainForm(text: string): boolean {
  // The usual body, and the name of no plain field begins like it.
  if (text.startsWith('{')) return false
  const pairs = [...new URLSearchParams(text)]
  return pairs.length > 0 && pairs.every(([name, value]) => isPlain(name, value))
}

const isPlain = (name: string, value: unknown) =>
  (typeof value === 'string' || typeof value === 'number') && (PLAIN.get(name)?.test(String(value)) ?? false)
