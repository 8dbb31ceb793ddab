import { PRODUCTS } from '@/lib/shop/catalogue'
import { serverLab } from '../lab'
import type { LabClient } from '../stage/client'

/** Where does the state no longer fit, and who says so? */
export const lab = serverLab({
  id: 'X04',
  slug: 'x04-wall',
  group: 'carries',
  lesson: [4, 2],
  settles: ['S-023', 'S-054', 'S-055', 'S-109', 'S-163', 'S-202', 'S-246', 'S-301'],
  acts: ['sign-in', 'stock', 'add', 'look-again', 'long-head'],
  moments: ['two-hundred-lines', 'what-is-left', 'long-head'],
  outcomes: { fits: 'neutral', refused: 'held', lost: 'exposed', kept: 'held', 'too-large': 'neutral' },
  asks: { moment: 'two-hundred-lines', between: ['fits', 'refused', 'lost'] },
  positions: [
    {
      id: 'default',
      dials: {},
      expected: {
        cookie: verdict('refused'),
        session: verdict('fits'),
        jwt: verdict('fits'),
      },
    },
    {
      id: 'no-size-check',
      dials: { cookie: { sizeCheck: 'none' } },
      expected: { cookie: verdict('lost') },
    },
    {
      id: 'whole-lines',
      dials: { cookie: { cartFormat: 'full' } },
      expected: { cookie: verdict('refused') },
    },
    {
      id: 'whole-lines-signed',
      dials: { cookie: { cartFormat: 'full', protection: 'signed' } },
      expected: { cookie: verdict('refused') },
    },
    {
      id: 'whole-lines-plain',
      dials: { cookie: { cartFormat: 'full', protection: 'plain' } },
      expected: { cookie: verdict('refused') },
    },
    {
      id: 'cart-in-token',
      dials: { jwt: { cartIn: 'claims' } },
      expected: { jwt: verdict('fits') },
    },
    {
      id: 'cart-in-token-cookie',
      dials: { jwt: { cartIn: 'claims', carrier: 'cookie' } },
      expected: { jwt: verdict('refused') },
    },
  ],

  async *play({ laptop, desk, found }) {
    await desk.signIn(laptop)
    yield 'sign-in'

    const stocked = (await desk.stock(laptop, SKUS.slice(0, MANY))) ? MANY : FEW
    if (stocked === FEW) await desk.stock(laptop, SKUS.slice(0, FEW))
    yield 'stock'

    const end = await added(laptop, SKUS.slice(stocked), stocked)
    found('two-hundred-lines', end.outcome, end.last, { lines: end.lines, octets: octetsOf(laptop) })
    yield 'add'

    const cart = await laptop.get('cart')
    const there = cart.json.lines.length
    const facts = { lines: there, acknowledged: end.lines }
    found('what-is-left', there < end.lines ? 'lost' : 'kept', cart, facts)
    yield 'look-again'

    const status = await laptop.sendLongHead(LONG_HEAD)
    found('long-head', status === 431 ? 'too-large' : 'fits', 'status-line', { head: LONG_HEAD, status })
    yield 'long-head'
  },
})

const SKUS = PRODUCTS.map(({ sku }) => sku)

/** Put in at once by the shop; the others are asked for one by one. Where so many do not fit, few. */
const MANY = 180
const FEW = 30
/** Octets; Node reads 16 KiB of head. */
const LONG_HEAD = 17_000

/** One of each, until one is refused or missing. `lines`: how many were acknowledged as one cart. */
async function added(laptop: LabClient, skus: string[], lines: number) {
  for (const sku of skus) {
    const last = await laptop.add(sku)
    if (last.status !== 200) return { outcome: 'refused', lines, last } as const
    // Acknowledged, but without the one before.
    if (last.json.lines.length <= lines) return { outcome: 'lost', lines, last } as const
    lines += 1
    if (sku === skus.at(-1)) return { outcome: 'fits', lines, last } as const
  }
  throw new Error('nothing to add')
}

/** Of the credential that travels: name and value of a cookie, or the token. */
function octetsOf({ jar, path, accessToken }: LabClient): number {
  const cookie = jar.cookies.find((kept) => kept.path === path)
  return cookie ? cookie.name.length + cookie.value.length : (accessToken?.length ?? 0)
}

function verdict(twoHundred: 'fits' | 'refused' | 'lost') {
  return {
    'two-hundred-lines': twoHundred,
    'what-is-left': twoHundred === 'lost' ? 'lost' : 'kept',
    'long-head': 'too-large',
  } as const
}
