/** The acts of X22, one function each. */
import { PRODUCTS } from '@/lib/shop/catalogue'
import { SESSION_LIFE } from '@/lib/strategies/lifetimes'
import type { Exchange } from '@/lib/trace/model/exchange'
import type { Reply } from '../stage/client'
import { counted, credentialOctets, grown, howOften, rowsSaid, sizeOf, stored, upOf } from './counted'
import type { LoadStage } from './moments'

export const PLAYS: Record<string, (stage: LoadStage) => Promise<void>> = {
  'sign-in': signIn,
  ask: askWho,
  cart: readCart,
  change,
  kept,
  grow,
  clear,
}

/** Of each kind. A hundred in all, two at a time and then twelve seconds nothing, are ten minutes by the room's clock. */
const ASKED = 50
const AT_A_TIME = 2
const PAUSE = 12

const SKUS = PRODUCTS.map(({ sku }) => sku)
const FEW = 3
const MANY = 30
const CHANGES = 5
/** Sessions, families and seals all end within it. */
const LONGEST_LIFE = SESSION_LIFE + 60

async function signIn({ laptop, desk }: LoadStage): Promise<void> {
  await desk.signIn(laptop)
  await desk.stock(laptop, SKUS.slice(0, FEW))
}

async function askWho(stage: LoadStage): Promise<void> {
  const { plain, refreshed, last } = await asked(stage, 'me')
  const all = counted([...plain, ...refreshed])
  const one = counted(plain)
  const renewing = counted(refreshed)
  stage.found('who-reads', howOften(all.reads, ASKED), last, {
    ...{ requests: ASKED, reads: all.reads, refreshes: renewing.requests },
    ...{ plainReads: one.reads, plainWrites: one.writes, up: one.up, down: one.down },
  })
  // Where something was written, the exchange that did it.
  const writing = [...plain, ...refreshed].findLast(({ cost }) => cost.writes > 0)
  const shown = writing ? { ...last, exchange: writing } : last
  stage.found('who-writes', howOften(all.writes, ASKED), shown, {
    ...{ requests: ASKED, writes: all.writes, refreshes: renewing.requests },
    ...{ refreshReads: renewing.reads, refreshWrites: renewing.writes },
    ...{ refreshUp: renewing.up, refreshDown: renewing.down },
  })
}

async function readCart(stage: LoadStage): Promise<void> {
  const { plain, refreshed, last } = await asked(stage, 'cart')
  const all = counted([...plain, ...refreshed])
  const { reads, up, down } = counted(plain)
  const facts = { requests: ASKED, reads: all.reads, plainReads: reads, up, down, lines: FEW }
  stage.found('cart-reads', howOften(all.reads, ASKED), last, facts)
  const octets = credentialOctets(last.exchange!)
  stage.found('credential-size', sizeOf(octets), last, { octets, lines: FEW })
}

/** One more of what is there: the cart keeps its lines. */
async function change({ strategy, laptop, found }: LoadStage): Promise<void> {
  // What is counted is the change, not a refresh before it.
  if (strategy === 'jwt') await laptop.post('refresh')
  const replies: Reply[] = []
  for (let nth = 1; nth <= CHANGES; nth++) replies.push(await laptop.add(SKUS[0]))
  const { requests, reads, writes, up, down } = counted(seen(replies))
  found('change-writes', howOften(writes, requests), replies.at(-1)!, { requests, reads, writes, up, down })
}

/** What ten minutes have left on the server. */
async function kept({ laptop, desk, found }: LoadStage): Promise<void> {
  const { rows, octets, spent, spentOctets } = stored(await desk.stored())
  const last = await laptop.get('me')
  found('kept', rowsSaid(rows), last, { rows, octets, spent, spentOctets })
}

/** The same request and the same rows, with three lines in the cart and with thirty. */
async function grow(stage: LoadStage): Promise<void> {
  const few = await measured(stage, FEW)
  const many = await measured(stage, MANY)
  const facts = { from: FEW, to: MANY }
  stage.found('head-grows', grown(few.up, many.up), many.reply, { ...facts, before: few.up, after: many.up })
  const inRows = many.octets === 0 ? 'no-row' : grown(few.octets, many.octets)
  stage.found('kept-grows', inRows, many.reply, { ...facts, before: few.octets, after: many.octets })
}

/** Every credential has ended by itself, and the rows that stood for one may go. */
async function clear({ laptop, desk, found }: LoadStage): Promise<void> {
  await desk.later(LONGEST_LIFE)
  await desk.clearExpired()
  const { rows } = stored(await desk.stored())
  found('cleared', rowsSaid(rows), await laptop.get('me'), { rows })
}

async function measured({ laptop, desk }: Pick<LoadStage, 'laptop' | 'desk'>, lines: number) {
  if (!(await desk.stock(laptop, SKUS.slice(0, lines)))) throw new Error(`${lines} lines do not fit`)
  const reply = await laptop.get('cart')
  return { reply, up: upOf(reply.exchange!), octets: stored(await desk.stored()).octets }
}

/** As the shop's page asks: where the access token has expired it refreshes once and asks again. The one that said so counts as plain. */
async function asked({ laptop, desk }: LoadStage, operation: string) {
  const plain: Reply[] = []
  const refreshed: Reply[] = []
  for (let nth = 1; nth <= ASKED; nth++) {
    laptop.quiet = nth > 1 && nth < ASKED
    plain.push(await laptop.get(operation))
    if (plain.at(-1)!.json?.code === 'credential_expired') {
      refreshed.push(await laptop.post('refresh'))
      plain.push(await laptop.get(operation))
    }
    if (plain.at(-1)!.status !== 200) throw new Error(`${operation} answered ${plain.at(-1)!.status}`)
    if (nth % AT_A_TIME === 0) await desk.later(PAUSE)
  }
  laptop.quiet = false
  return { plain: seen(plain), refreshed: seen(refreshed), last: plain.at(-1)! }
}

const seen = (replies: readonly Reply[]): Exchange[] =>
  replies.flatMap(({ exchange }) => (exchange ? [exchange] : []))
