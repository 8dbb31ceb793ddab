/** What the JWT lane touches, of one sandbox. */
import { madeWith } from '../../site/first-use'
import type { LaneWorld, Wires } from '../../site/wires'
import { createCartStore } from '../carts'
import { createAccessTokens } from '../credential'
import { createDeniedTokenStore } from '../denied'
import type { Ports } from '../ports'
import { createRefreshTokens } from '../refresh-tokens'
import { createRefreshFamilyStore } from '../store'
import { createUserKeyStore } from '../user-keys'
import { ignoresReuse, keepToken, uncappedEnd } from './weak'

type Own =
  | 'accessTokens'
  | 'refreshTokens'
  | 'families'
  | 'carts'
  | 'denied'
  | 'userKeys'
  | 'uncappedEnd'
  | 'keepToken'
  | 'ignoresReuse'

export const wireJwt: Wires<Pick<Ports, Own>> = {
  accessTokens: accessTokensOf,
  refreshTokens: ({ keys }) => createRefreshTokens(keys.refreshKeys()),
  families: ({ db, id }) => createRefreshFamilyStore(db(), id),
  carts: ({ db, id }) => createCartStore(db(), id),
  denied: ({ db, id }) => createDeniedTokenStore(db(), id),
  userKeys: ({ db, id }) => createUserKeyStore(db(), id),
  uncappedEnd: ({ dials }) => (dials.jwt.sliding === 'uncapped' ? uncappedEnd : undefined),
  keepToken: ({ dials }) => (dials.jwt.refresh === 'fixed' ? keepToken : undefined),
  ignoresReuse: ({ dials }) => ignoresReuse(dials.jwt),
}

function accessTokensOf({ id, keys, dials }: LaneWorld) {
  const ofItsKind = dials.jwt.algorithm === 'EdDSA' ? keys.signingKeyPairs() : keys.signingKeys()
  return madeWith(ofItsKind, createAccessTokens(ofItsKind, id, dials.jwt))
}
