/** What the authorization server issues, and what it says of it when a site asks. */
import type { JWTPayload } from 'jose'
import { makeHandle } from '@/lib/strategies/opaque'
import { issuerOf, type Tenant } from '../names'
import type { Grant } from './ledger'
import type { AuthorizationServer } from './state'

/** @returns the answer of the token endpoint (RFC 6749 section 5.1, OpenID Connect Core 1.0 section 3.1.3.3) */
export async function issue({ options, keys, ledger }: AuthorizationServer, grant: Grant) {
  const { sub, sid, tenant } = grant.login
  const iat = ledger.now
  const common = { iss: issuerOf(tenant), sub, sid, iat, exp: iat + options.tokenLife }
  const { clientId, nonce, resources } = grant
  const idClaims = { ...common, aud: clientId, ...(nonce !== null && { nonce }) }
  // RFC 8707: for whom it was asked. RFC 9068 section 2.2 wants an `aud`; who asks for none gets none here, as at servers that know no audiences.
  const audience = resources.length > 1 ? [...resources] : resources[0]
  const claims = { ...common, jti: makeHandle(), client_id: clientId, ...(audience && { aud: audience }) }
  return {
    access_token: options.introspects ? ledger.keepToken(claims) : await keys.signAccess(claims),
    ...{
      token_type: 'Bearer',
      expires_in: options.tokenLife,
      id_token: await keys.signOther(idClaims, 'JWT'),
    },
  }
}

/** RFC 7662 section 2.2: of a token of this issuer whose sign-in is alive. */
export function whatItStandsFor({ ledger }: AuthorizationServer, tenant: Tenant, text: string): JWTPayload {
  const claims = ledger.token(text)
  const isActive =
    claims !== null &&
    claims.iss === issuerOf(tenant) &&
    Number(claims.exp) > ledger.now &&
    ledger.isAlive(claims.sid)
  return isActive ? { active: true, ...claims } : { active: false }
}
