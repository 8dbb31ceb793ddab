/** What happens to a text that an application puts into a credential, e.g. a telephone number: can whoever holds it read it back? */
import { randomBytes } from 'node:crypto'
import { sealData } from 'iron-session'
import { hmacSigned, withMac } from './forge'
import { type CredentialForm, encoded, formOf, headerOf, readable } from './forms'

/** No telephone has it: all zeros. */
export const PHONE = '010-0000-0000'

/** Keys that are thrown away. null: into an id that was drawn at random nothing can be put. */
const MAKERS: Record<CredentialForm, (like: string, text: string) => string | null | Promise<string>> = {
  sealed: (_, text) => sealData(JSON.parse(text), { password: thrownAway(), ttl: 0 }),
  signed: (_, text) => withMac(encoded(text), thrownAway()),
  plain: (_, text) => encoded(text),
  token: (like, text) => hmacSigned({ ...headerOf(like), alg: 'HS256' }, JSON.parse(text), thrownAway()),
  opaque: () => null,
}

const thrownAway = () => randomBytes(32).toString('base64url')

export interface PutIn {
  /** What is read back without a key; null: nothing. */
  read: string | null
}

/** @param like a credential of the room: its form is used. null: there is no place for it */
export async function phonePutInto(like: string): Promise<PutIn | null> {
  const made = await MAKERS[formOf(like)](like, JSON.stringify({ phone: PHONE }))
  if (made === null) return null
  const phone = readable(made)?.phone
  return { read: typeof phone === 'string' ? phone : null }
}
