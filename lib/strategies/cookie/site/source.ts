/** Where the cookie lane does what. */
import { desk, from, type LaneSource } from '../../site/source'

const own = (file: string, ...symbols: string[]) => from(`lib/strategies/cookie/${file}.ts`, ...symbols)

export const cookieSource: LaneSource = {
  open: {
    handle: own('strategy', 'cookieStrategy.open'),
    proof: own('credential', 'createSeals.unseal'),
  },
  save: {
    handle: own('strategy', 'handle.save', 'write'),
    state: own('credential', 'createSeals.seal'),
  },
  renew: { handle: [...own('strategy', 'handle.renew'), ...own('lifetime', 'endOfNewVisit')] },
  end: { handle: own('strategy', 'handle.end') },
  refresh: { handle: own('strategy', 'handle.touch') },
  revoke: { handle: desk('cookie'), left: own('site/seals-seen', 'sealsOf') },
  rest: [
    ...own('site/wiring', 'visitCodec'),
    ...own('store', 'createGenerationStore'),
    ...own('site/weak', 'createSignedVisits', 'plainVisits'),
  ],
}
