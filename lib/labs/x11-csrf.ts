import type { BrowserStage, Forged } from './browser-stage'
import { browserLab } from './lab'

const KINDS = ['fetch', 'frame', 'sandboxed', 'link', 'form'] as const
type Moment = (typeof KINDS)[number]
type Outcome =
  | 'acted'
  | 'signed-out'
  | 'refused-with-cookie'
  | 'refused-without'
  | 'as-stranger'
  | 'preflight-only'
  | 'shown-to-her'

/** Another site makes the visitor's browser ask. What does the browser send along, and what does the shop do? */
export const csrf = browserLab<'sign-in' | Moment, Moment, Outcome>({
  id: 'X11',
  slug: 'x11-csrf',
  crossSite: true,
  settles: ['S-028', 'S-034', 'S-037', 'S-059', 'S-060', 'S-294'],
  acts: ['sign-in', ...KINDS],
  moments: KINDS,
  outcomes: {
    acted: 'exposed',
    'signed-out': 'exposed',
    'refused-with-cookie': 'held',
    'refused-without': 'held',
    'as-stranger': 'held',
    'preflight-only': 'held',
    'shown-to-her': 'neutral',
  },
  asks: { moment: 'form', between: ['acted', 'refused-with-cookie', 'refused-without'] },
  positions: [
    {
      id: 'default',
      dials: {},
      expected: {
        cookie: verdict('refused-without', 'shown-to-her', 'refused-without'),
        session: verdict('refused-without', 'shown-to-her', 'refused-without'),
        jwt: verdict('refused-without', 'as-stranger', 'refused-without'),
      },
    },
    {
      id: 'none-checked',
      dials: { cookie: { sameSite: 'None' }, session: { sameSite: 'None' }, jwt: { sameSite: 'None' } },
      expected: {
        cookie: verdict('refused-with-cookie', 'shown-to-her', 'refused-with-cookie'),
        session: verdict('refused-with-cookie', 'shown-to-her', 'refused-with-cookie'),
        jwt: verdict('refused-without', 'as-stranger', 'refused-without'),
      },
    },
    {
      id: 'lax-unchecked',
      dials: { cookie: { crossSite: 'none' }, session: { crossSite: 'none' }, jwt: { crossSite: 'none' } },
      expected: {
        cookie: verdict('as-stranger', 'shown-to-her', 'signed-out'),
        session: verdict('as-stranger', 'shown-to-her', 'signed-out'),
        jwt: verdict('as-stranger', 'as-stranger', 'signed-out'),
      },
    },
    {
      id: 'strict-unchecked',
      dials: {
        cookie: { sameSite: 'Strict', crossSite: 'none' },
        session: { sameSite: 'Strict', crossSite: 'none' },
      },
      expected: {
        cookie: verdict('as-stranger', 'as-stranger', 'signed-out'),
        session: verdict('as-stranger', 'as-stranger', 'signed-out'),
      },
    },
    {
      id: 'none-unchecked',
      dials: {
        cookie: { sameSite: 'None', crossSite: 'none' },
        session: { sameSite: 'None', crossSite: 'none' },
        jwt: { sameSite: 'None', crossSite: 'none', carrier: 'cookie' },
      },
      expected: {
        cookie: verdict('acted', 'shown-to-her', 'acted'),
        session: verdict('acted', 'shown-to-her', 'acted'),
        jwt: verdict('acted', 'shown-to-her', 'acted'),
      },
    },
  ],

  async *play(stage) {
    await stage.laptop.signIn()
    yield 'sign-in'
    for (const kind of KINDS) {
      await playOne(stage, kind)
      yield kind
    }
  },
})

async function playOne(stage: BrowserStage<Moment, Outcome>, kind: Moment): Promise<void> {
  const forged = await stage.attackersSite.forge(kind)
  const { status, carried } = forged
  stage.found(kind, await outcomeOf(stage, forged), forged.exchange, { status, carried: carried ? 1 : 0 })
}

async function outcomeOf(
  { laptop }: BrowserStage<Moment, Outcome>,
  { method, status, carried, replaced }: Forged,
): Promise<Outcome> {
  if (method === 'OPTIONS') return 'preflight-only'
  if (status >= 400) return carried ? 'refused-with-cookie' : 'refused-without'
  if (method === 'GET') return carried ? 'shown-to-her' : 'as-stranger'
  if (carried) return 'acted'
  // The answer to a stranger may have put a stranger's credential where hers was.
  await laptop.reload()
  const isKnown = (await laptop.get('me')).json?.customer != null
  return replaced && !isKnown ? 'signed-out' : 'as-stranger'
}

/** @param framed a form in a frame: what lies in it makes no difference */
function verdict(framed: Outcome, link: Outcome, form: Outcome) {
  return { fetch: 'preflight-only', frame: framed, sandboxed: framed, link, form } as const
}
