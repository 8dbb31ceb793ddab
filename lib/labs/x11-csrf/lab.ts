import { browserLab } from '../lab'
import type { BrowserStage, ForgeryReport } from '../stage/browser-stage'

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
type Stage = BrowserStage<Moment, Outcome>

/** Another site makes the visitor's browser ask. What does the browser send along, and what does the shop do? */
export const lab = browserLab<'sign-in' | Moment, Moment, Outcome>({
  id: 'X11',
  slug: 'x11-csrf',
  group: 'attacks',
  lesson: [5, 2],
  crossSite: true,
  settles: ['S-028', 'S-034', 'S-037', 'S-059', 'S-060', 'S-294'],
  myths: [
    {
      id: 'csrf-intercepts',
      verdict: 'false',
      rows: ['S-059', 'S-060'],
      position: 'none-unchecked',
      lanes: ['cookie', 'session'],
      moments: ['form'],
    },
  ],
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
      expected: inLanes(
        verdict('refused-without', 'shown-to-her', 'refused-without'),
        verdict('refused-without', 'as-stranger', 'refused-without'),
      ),
    },
    {
      id: 'none-checked',
      dials: inLanes({ sameSite: 'None' }),
      expected: inLanes(
        verdict('refused-with-cookie', 'shown-to-her', 'refused-with-cookie'),
        verdict('refused-without', 'as-stranger', 'refused-without'),
      ),
    },
    {
      id: 'absent-checked',
      dials: inLanes({ sameSite: 'absent' }, { sameSite: 'absent', carrier: 'cookie' }),
      expected: inLanes(verdict('refused-without', 'shown-to-her', 'refused-with-cookie')),
    },
    {
      id: 'lax-unchecked',
      dials: inLanes({ crossSite: 'none' }),
      expected: inLanes(
        verdict('as-stranger', 'shown-to-her', 'signed-out'),
        verdict('as-stranger', 'as-stranger', 'signed-out'),
      ),
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
      id: 'absent-unchecked',
      dials: inLanes(
        { sameSite: 'absent', crossSite: 'none' },
        { sameSite: 'absent', crossSite: 'none', carrier: 'cookie' },
      ),
      expected: inLanes(verdict('as-stranger', 'shown-to-her', 'acted')),
    },
    {
      id: 'none-unchecked',
      dials: inLanes(
        { sameSite: 'None', crossSite: 'none' },
        { sameSite: 'None', crossSite: 'none', carrier: 'cookie' },
      ),
      expected: inLanes(verdict('acted', 'shown-to-her', 'acted')),
    },
  ],

  async *play(stage) {
    await stage.laptop.signIn()
    yield 'sign-in'
    for (const kind of KINDS) {
      if (kind === 'form') await playForm(stage)
      else await playOne(stage, kind)
      yield kind
    }
  },
})

async function playOne(stage: Stage, kind: Moment): Promise<void> {
  const before = await cheeseOf(stage)
  await find(stage, { kind, before }, await stage.attackersSite.forge(kind))
}

/**
 * Seconds. Without SameSite a cookie may go along with a form that fills the window while it is younger than two minutes (RFC 6265bis section
 * 5.6.7.2), so that its age has to be certain.
 */
const YOUNG = 110

async function playForm(stage: Stage): Promise<void> {
  const signedIn = await stage.laptop.signInAnew()
  const before = await cheeseOf(stage)
  const forged = await stage.attackersSite.forge('form')
  const age = Math.ceil((forged.at - signedIn) / 1000)
  // Where the browser blocks the window, a person has to press for it, and may take his time.
  if (age >= YOUNG) return playForm(stage)
  await find(stage, { kind: 'form', before }, forged, { age })
}

/** What is wanted of her: how many lie in her cart? */
async function cheeseOf({ laptop }: Stage): Promise<number> {
  const { json } = await laptop.get('cart')
  return json?.lines?.find(({ sku }: { sku: string }) => sku === 'cheese')?.quantity ?? 0
}

interface Tried {
  kind: Moment
  /** In her cart, before the other site asked. */
  before: number
}

async function find(
  stage: Stage,
  { kind, before }: Tried,
  forged: ForgeryReport,
  more?: { age: number },
): Promise<void> {
  const { status, carried, exchange } = forged
  const facts = { status, carried: carried ? 1 : 0, ...decidedBy(forged), ...more }
  stage.found(kind, await outcomeOf(stage, forged, before), { exchange }, facts)
}

/** What the request said of who asked, and who looked at it. Nothing, where the browser said nothing. */
function decidedBy({ method, foreign, problem }: ForgeryReport): Record<string, string> {
  const [signal, also] = foreign
  if (signal === undefined) return {}
  if (method === 'OPTIONS') return { decided: 'preflight', signal }
  if (problem === 'cross_site') return also ? { decided: 'both', signal, also } : { decided: 'one', signal }
  return { decided: method === 'GET' ? 'read' : 'unchecked', signal }
}

async function outcomeOf(stage: Stage, forged: ForgeryReport, before: number): Promise<Outcome> {
  const { laptop } = stage
  const { method, status, carried, replaced } = forged
  if (method === 'OPTIONS') return 'preflight-only'
  if (status >= 400) return carried ? 'refused-with-cookie' : 'refused-without'
  if (method === 'GET') return carried ? 'shown-to-her' : 'as-stranger'
  if (carried) return (await cheeseOf(stage)) > before ? 'acted' : 'shown-to-her'
  // The answer to a stranger may have put a stranger's credential where hers was.
  await laptop.reload()
  const isKnown = (await laptop.get('me')).json?.customer != null
  return replaced && !isKnown ? 'signed-out' : 'as-stranger'
}

function inLanes<Each>(each: Each, jwt = each) {
  return { cookie: each, session: each, jwt }
}

/** @param framed a form in a frame: what lies in it makes no difference */
function verdict(framed: Outcome, link: Outcome, form: Outcome) {
  return { fetch: 'preflight-only', frame: framed, sandboxed: framed, link, form } as const
}
