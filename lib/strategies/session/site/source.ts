/** Where the session lane does what. */
import { desk, from, type LaneSource, opaque } from '../../site/source'

const own = (file: string, ...symbols: string[]) => from(`lib/strategies/session/${file}.ts`, ...symbols)

export const sessionSource: LaneSource = {
  open: {
    handle: own('strategy', 'sessionStrategy.open'),
    proof: opaque('opaqueValues.hash'),
    'look-up': own('store', 'createSessionStore.find'),
  },
  save: {
    handle: own('strategy', 'handle.save', 'saveRow'),
    state: own('store', 'createSessionStore.save'),
  },
  renew: {
    handle: [...own('strategy', 'handle.renew', 'signIn'), ...own('issue', 'reissue', 'storeRow')],
    credential: [...opaque('opaqueValues.make'), ...own('cookies', 'writeCookie')],
    kept: own('store', 'createSessionStore.replace', 'replace'),
  },
  end: { handle: own('strategy', 'handle.end'), kept: own('store', 'createSessionStore.end') },
  refresh: {
    handle: own('strategy', 'handle.touch', 'touch'),
    kept: own('store', 'createSessionStore.touch'),
  },
  revoke: { handle: desk('session'), kept: own('store', 'createSessionStore.endAll') },
  rest: [
    ...own('store', 'createSessionStore'),
    ...own('site/weak', 'createSessionIds', 'weakAnyId', 'weakRawIds'),
  ],
}
