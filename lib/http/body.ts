/** Reading a JSON body: bounded, typed, and never a throw on what a client may send. */
import type { ZodType } from 'zod'
import { mediaTypeOf } from './field'
import { problem } from './problem'
import { isForm, weakFormValues } from './weak-form'

export const MOST_OF_BODY = 16 * 1024

export type BodyResult<T> = { ok: true; value: T } | { ok: false; response: Response }

export interface BodyOptions {
  /** Weak: bodies that an HTML form can send are taken too. */
  forms?: boolean
  /** Is told the text as it came, before anything is made of it. */
  heard?: (text: string) => void
}

export async function readJson<T>(
  request: Request,
  schema: ZodType<T>,
  { forms = false, heard }: BodyOptions = {},
): Promise<BodyResult<T>> {
  if (!isJson(request) && !(forms && isForm(request))) return { ok: false, response: problem('not_json') }
  const octets = await readOctets(request)
  if (octets === null)
    return { ok: false, response: problem('too_large', { headers: { Connection: 'close' } }) }
  let raw: unknown
  try {
    const text = utf8.decode(octets)
    heard?.(text)
    raw = isJson(request) ? JSON.parse(text) : weakFormValues(request, text)
  } catch {
    return { ok: false, response: problem('malformed_json') }
  }
  const parsed = schema.safeParse(raw)
  if (parsed.success) return { ok: true, value: parsed.data }
  const errors = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), code: issue.code }))
  return { ok: false, response: problem('invalid', { errors }) }
}

/** `application/json`, parameters allowed. A form cannot send this without a CORS preflight. */
export function isJson(request: Request): boolean {
  return mediaTypeOf(request.headers.get('content-type')) === 'application/json'
}

/** Mended or left out, octets that are no UTF-8 and a byte order mark would be other spellings of one text (RFC 8259 section 8.1). */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** null: more than MOST_OF_BODY octets. What was announced is believed only when it is too much. */
async function readOctets(request: Request): Promise<Uint8Array | null> {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_OF_BODY) return null
  if (!request.body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body.getReader() as ReadableStreamDefaultReader<Uint8Array>
  for (let { value } = await reader.read(); value; { value } = await reader.read()) {
    size += value.byteLength
    if (size > MOST_OF_BODY) {
      void reader.cancel().catch(() => {})
      return null
    }
    chunks.push(value)
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
}
