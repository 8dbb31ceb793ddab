/**
 * The dial `userKeys`: the tokens of each subject are signed with a key of their own (OWASP ASVS 5.0, 7.4.1). Changing it ends every
 * access token of that subject at once: of all devices, or of none. It costs a read at each request, for which key it is has to be known
 * before a signature can be checked. Off, one key signs for all, and none of this touches the store.
 */
import { decodeJwt } from 'jose'
import type { AccessClaims, OwnKey, Verification } from './credential'
import type { Ports } from './ports'

/** undefined: the dial is off. */
export async function ownKeyOf({ dials, userKeys }: Ports, subject: string): Promise<OwnKey | undefined> {
  return dials.jwt.userKeys ? { subject, number: await userKeys.current(subject) } : undefined
}

/** As access tokens are verified, with the key of whomever the token names: nobody vouches for that yet, it only says which key to try. */
export async function verifyAccess(ports: Ports, token: string): Promise<Verification> {
  const subject = ports.dials.jwt.userKeys ? subjectIn(token) : undefined
  const own = subject === undefined ? undefined : await ownKeyOf(ports, subject)
  return ports.accessTokens.verify(token, ports.now(), own)
}

/** false: the dial is off, and nothing was ended. */
export async function changeUserKey({ dials, userKeys }: Ports, claims: AccessClaims | undefined) {
  if (!claims || !dials.jwt.userKeys) return false
  await userKeys.change(claims.sub)
  return true
}

function subjectIn(token: string): string | undefined {
  try {
    return decodeJwt(token).sub
  } catch {
    return undefined
  }
}
