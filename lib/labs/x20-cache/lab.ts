import { serverLab } from '../lab'
import type { LabClient, Reply } from '../stage/client'
import type { ServerStage } from '../stage/server-stage'
import type { CachedShop } from './cached-shop'
import type { CacheRules } from './rules'

type Moment = 'stored' | 'again' | 'next-visitor' | 'who-now'
type Outcome =
  | 'stored'
  | 'not-stored'
  | 'from-cache'
  | 'from-origin'
  | 'not-modified'
  | 'anothers-cart'
  | 'own-cart'
  | 'another'
  | 'himself'
type Stage = ServerStage<Moment, Outcome>

/** A cache that all visitors share stands before the cart. Whose cart does the next visitor see, and who is he afterwards? */
export const lab = serverLab<string, Moment, Outcome>({
  id: 'X20',
  slug: 'x20-cache',
  group: 'systems',
  lesson: [15, 2],
  settles: ['S-114', 'S-115', 'S-116', 'S-117', 'S-118', 'S-119', 'S-120', 'S-121', 'S-122', 'S-123'],
  myths: [
    {
      id: 'set-cookie-stops-caching',
      verdict: 'false',
      rows: ['S-115', 'S-117'],
      position: 'default',
      lanes: ['cookie', 'session'],
      moments: ['next-visitor', 'who-now'],
    },
  ],
  acts: ['fill-carts', 'first', 'again', 'next-visitor', 'who-now'],
  moments: ['stored', 'again', 'next-visitor', 'who-now'],
  outcomes: {
    stored: 'neutral',
    'not-stored': 'neutral',
    'from-cache': 'neutral',
    'from-origin': 'neutral',
    'not-modified': 'neutral',
    'anothers-cart': 'exposed',
    'own-cart': 'held',
    another: 'exposed',
    himself: 'held',
  },
  asks: { moment: 'next-visitor', between: ['anothers-cart', 'own-cart'] },
  positions: [
    { id: 'default', dials: {}, expected: { cookie: leaks(), session: leaks(), jwt: passesBy() } },
    { id: 'public', dials: {}, expected: { cookie: leaks(), session: leaks(), jwt: leaks('himself') } },
    { id: 'refuses-set-cookie', dials: {}, expected: everyLane(passesBy()) },
    {
      id: 'no-cookie-set',
      dials: {},
      expected: { cookie: leaks('himself'), session: leaks('himself'), jwt: passesBy() },
    },
    { id: 'private', dials: {}, expected: everyLane(passesBy()) },
    { id: 'no-store', dials: {}, expected: everyLane(passesBy()) },
    {
      id: 'etag',
      dials: {},
      expected: { cookie: apart('not-modified'), session: apart('not-modified'), jwt: passesBy() },
    },
    {
      id: 'vary',
      dials: {},
      expected: { cookie: apart('from-cache'), session: apart('from-cache'), jwt: passesBy() },
    },
    { id: 'on-disk', dials: {}, expected: { cookie: leaks(), session: leaks(), jwt: passesBy() } },
  ],

  async *play(stage) {
    const { laptop, phone, desk } = stage
    await desk.signIn(laptop)
    await desk.signIn(phone, 'sam')
    await laptop.add('apple')
    await phone.add('pear')
    yield 'fill-carts'
    const shop = await stage.outside.openCachedShop(RULES[stage.position]!)
    try {
      yield* visits(stage, shop)
    } finally {
      await shop.close()
    }
  },
})

async function* visits({ laptop, phone, found }: Stage, shop: CachedShop): AsyncGenerator<string, void> {
  const first = await shop.cart(laptop)
  found('stored', /; stored$/.test(fieldOf(first)) ? 'stored' : 'not-stored', first, saysOf(first, shop))
  yield 'first'

  const again = await shop.cart(laptop)
  found('again', whence(again), again, saysOf(again, shop))
  yield 'again'

  const next = await shop.cart(phone)
  const isHis = next.json?.lines?.[0]?.sku === 'pear'
  found('next-visitor', isHis ? 'own-cart' : 'anothers-cart', next, saysOf(next, shop))
  yield 'next-visitor'

  takeCookies(phone, next)
  const me = await phone.get('me')
  const { email = '' } = me.json?.customer ?? {}
  found('who-now', email.startsWith('sam') ? 'himself' : 'another', me, { email })
  yield 'who-now'
}

const RULES: Readonly<Record<string, CacheRules>> = {
  default: { control: 'max-age=60', rolling: true },
  public: { control: 'public, max-age=60', rolling: true },
  'refuses-set-cookie': { control: 'max-age=60', rolling: true, refusesSetCookie: true },
  'no-cookie-set': { control: 'max-age=60', rolling: false, refusesSetCookie: true },
  private: { control: 'private, max-age=60', rolling: true },
  'no-store': { control: 'no-store', rolling: true },
  etag: { control: 'no-cache', rolling: true, etag: true },
  vary: { control: 'max-age=60', rolling: true, vary: true },
  'on-disk': { control: 'max-age=60', rolling: true, onDisk: true },
}

const fieldOf = ({ headers }: Reply) => headers.get('cache-status') ?? ''

const saysOf = (reply: Reply, { throughToOrigin, onDisk }: CachedShop) => ({
  says: fieldOf(reply).replace('lab; ', ''),
  through: throughToOrigin,
  disk: onDisk,
})

function whence(reply: Reply): Outcome {
  const says = fieldOf(reply)
  if (says.includes('fwd-status=304')) return 'not-modified'
  return says.includes('hit') ? 'from-cache' : 'from-origin'
}

/** As a browser does: a cookie that comes takes the place of the one of that name. */
function takeCookies(client: LabClient, { setCookie }: Reply): void {
  for (const line of setCookie) client.jar.store(line.replace('Path=/;', `Path=${client.path};`))
}

function leaks(who: 'another' | 'himself' = 'another') {
  return { stored: 'stored', again: 'from-cache', 'next-visitor': 'anothers-cart', 'who-now': who } as const
}

function passesBy() {
  return {
    stored: 'not-stored',
    again: 'from-origin',
    'next-visitor': 'own-cart',
    'who-now': 'himself',
  } as const
}

/** Kept, and told apart. */
function apart(again: 'not-modified' | 'from-cache') {
  return { stored: 'stored', again, 'next-visitor': 'own-cart', 'who-now': 'himself' } as const
}

function everyLane<Each>(each: Each) {
  return { cookie: each, session: each, jwt: each }
}
