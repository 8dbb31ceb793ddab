/** Where the JWT lane does what. */
import { desk, from, type LaneSource } from '../../site/source'

const own = (file: string, ...symbols: string[]) => from(`lib/strategies/jwt/${file}.ts`, ...symbols)

export const jwtSource: LaneSource = {
  open: {
    handle: own('strategy', 'jwtStrategy.open'),
    proof: [
      ...own('carrier', 'presentedToken', 'fromAuthorization'),
      ...own('credential', 'createAccessTokens.verify'),
    ],
    'look-up': [...own('cart-place', 'readCart'), ...own('carts', 'createCartStore.find')],
  },
  save: {
    handle: [...own('strategy', 'handle.save'), ...own('cart-place', 'saveCart')],
    state: own('carts', 'createCartStore.save'),
  },
  renew: {
    handle: own('strategy', 'handle.renew', 'signIn', 'begin'),
    credential: [
      ...own('issue', 'newFamily', 'issueTo', 'issue'),
      ...own('credential', 'createAccessTokens.sign'),
      ...own('carrier', 'handOut'),
      ...own('cookies', 'handOutRefreshToken'),
    ],
    kept: [
      ...own('store', 'createRefreshFamilyStore.insert'),
      ...own('cart-place', 'takeOver'),
      ...own('carts', 'createCartStore.merge'),
    ],
  },
  end: {
    handle: own('strategy', 'handle.end'),
    kept: [...own('end', 'signOut', 'endFamily'), ...own('store', 'createRefreshFamilyStore.end')],
  },
  refresh: {
    handle: [...from('lib/serve/serve-refresh.ts', 'serveRefresh'), ...own('refresh', 'refresh', 'renew')],
    kept: own('store', 'createRefreshFamilyStore.findByToken', 'createRefreshFamilyStore.rotate'),
    twice: [...own('refresh', 'usedBefore'), ...own('store', 'createRefreshFamilyStore.findBySpentToken')],
  },
  revoke: {
    handle: desk('jwt'),
    kept: own('store', 'createRefreshFamilyStore.endAll'),
    left: own('site/desk', 'endedFamilies'),
  },
  rest: [
    ...own('store', 'createRefreshFamilyStore'),
    ...own('carts', 'createCartStore'),
    ...own('refresh-tokens', 'createRefreshTokens'),
    ...own('denied', 'createDeniedTokenStore'),
    ...own('user-keys', 'createUserKeyStore'),
    ...own('credential', 'derived'),
  ],
}
