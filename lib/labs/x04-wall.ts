import { PRODUCTS } from '../shop/catalogue'
import type { Filled, LabClient } from './client'
import { serverLab } from './lab'

/** Where does the state no longer fit, and who says so? */
export const wall = serverLab({
  id: 'X04',
  slug: 'x04-wall',
  settles: ['S-023', 'S-054', 'S-055', 'S-109', 'S-163', 'S-202', 'S-246', 'S-301'],
  acts: ['sign-in', 'fill', 'look-again', 'long-head'],
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

    const filled = await laptop.fill(SKUS)
    found('two-hundred-lines', became(filled), filled.last, factsOf(filled, laptop))
    yield 'fill'

    const cart = await laptop.get('cart')
    const { line: acknowledged } = factsOf(filled, laptop)
    const there = cart.json.lines.length
    found('what-is-left', there < acknowledged ? 'lost' : 'kept', cart, { there, acknowledged })
    yield 'look-again'

    const status = await laptop.sendLongHead(LONG_HEAD)
    found('long-head', status === 431 ? 'too-large' : 'fits', null, { octets: LONG_HEAD, status })
    yield 'long-head'
  },
})

const SKUS = PRODUCTS.map(({ sku }) => sku)

/** Octets; Node reads 16 KiB of head. */
const LONG_HEAD = 17_000

function became({ sent, last }: Filled) {
  if (last.status !== 200) return 'refused'
  return last.json.lines.length === sent ? 'fits' : 'lost'
}

/** `line`: the last one that was acknowledged as part of the whole cart. `octets`: of the credential that travels, name and value. */
function factsOf(filled: Filled, { jar, path, accessToken }: LabClient) {
  const line = became(filled) === 'fits' ? filled.sent : filled.sent - 1
  const cookie = jar.cookies.find((kept) => kept.path === path)
  const octets = cookie ? cookie.name.length + cookie.value.length : (accessToken?.length ?? 0)
  return { line, octets }
}

function verdict(twoHundred: 'fits' | 'refused' | 'lost') {
  return {
    'two-hundred-lines': twoHundred,
    'what-is-left': twoHundred === 'lost' ? 'lost' : 'kept',
    'long-head': 'too-large',
  } as const
}
