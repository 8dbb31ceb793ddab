/** The three kinds of claim names of RFC 7519. Pure. */

export const CLAIM_KINDS = ['registered', 'public', 'private'] as const
export type ClaimKind = (typeof CLAIM_KINDS)[number]

/** RFC 7519 section 4.1. */
const REGISTERED = ['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti']
/** Section 4.2: names that others have put into the IANA registry "JSON Web Token Claims", of those that this shop issues. */
const PUBLIC = ['auth_time', 'sid']

/** Everything else is an agreement between who issues and who reads (section 4.3). */
export function claimKind(name: string): ClaimKind {
  if (REGISTERED.includes(name)) return 'registered'
  return PUBLIC.includes(name) ? 'public' : 'private'
}
