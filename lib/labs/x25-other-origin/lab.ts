import type { CorsPolicy } from '@/lib/http/cors'
import { browserLab, type LabPosition } from '../lab'
import type { BrowserStage, FrontReport, FrontSite } from '../stage/browser-stage'

type Moment = `${FrontSite}-${'sign-in' | 'me'}`
type Outcome = 'told' | 'stopped' | 'known' | 'stranger' | 'hidden-known' | 'hidden-stranger'
type Stage = BrowserStage<Moment, Outcome>

const SITES = ['same-site', 'cross-site'] as const

const EXACT: CorsPolicy = { origin: 'exact', credentials: true }

/** The page is served on one origin and the shop answers on another: the first trouble of everybody who builds the two apart. */
export const lab = browserLab<'own-page' | FrontSite, Moment, Outcome>({
  id: 'X25',
  slug: 'x25-other-origin',
  group: 'systems',
  lesson: [16, 5],
  crossSite: true,
  sameSiteToo: true,
  settles: ['S-044'],
  acts: ['own-page', ...SITES],
  moments: ['same-site-sign-in', 'same-site-me', 'cross-site-sign-in', 'cross-site-me'],
  outcomes: {
    told: 'held',
    known: 'held',
    stopped: 'neutral',
    stranger: 'neutral',
    'hidden-known': 'neutral',
    'hidden-stranger': 'neutral',
  },
  asks: { moment: 'same-site-me', between: ['known', 'hidden-known', 'hidden-stranger'] },
  positions: [
    {
      id: 'default',
      dials: {},
      expected: inLanes(refused('hidden-known'), refused('hidden-stranger')),
    },
    opened('star', { origin: '*', credentials: false }, {}, untold()),
    opened('no-allow-credentials', { origin: 'exact', credentials: false }, {}, untold()),
    opened('star-omit', { origin: '*', credentials: false }, {}, withoutCookies()),
    opened('forgot', EXACT, {}, withoutCookies()),
    opened('exact', EXACT, {}, inLanes(answered('known', 'stranger'), answered('known', 'known'))),
    opened('strict', EXACT, { sameSite: 'Strict' }, cookiesOnly(answered('known', 'stranger'))),
    // The browser blocks cookies of third parties, whatever they say.
    opened('none', EXACT, { sameSite: 'None' }, cookiesOnly(answered('known', 'stranger'))),
  ],

  async *play(stage) {
    await stage.laptop.signIn()
    yield 'own-page'
    for (const site of SITES) {
      find(stage, site, await stage.frontEnd(site, modeIn(stage)))
      yield site
    }
  },
})

/** As in fetch: who writes nothing has "same-origin". */
const modeIn = ({ position }: Stage) =>
  position === 'forgot' ? 'same-origin' : position === 'star-omit' ? 'omit' : 'include'

function find({ found }: Stage, site: FrontSite, { signIn, me, known }: FrontReport): void {
  found(`${site}-sign-in`, signIn.read ? 'told' : 'stopped', signIn, { says: signIn.threw })
  found(`${site}-me`, outcomeOf(me, known), me, { says: me.threw, carried: me.carried ? 1 : 0 })
}

function outcomeOf({ stopped, read, carried }: FrontReport['me'], known: boolean): Outcome {
  if (stopped) return 'stopped'
  if (read) return known ? 'known' : 'stranger'
  return carried ? 'hidden-known' : 'hidden-stranger'
}

type Expected = LabPosition<Moment, Outcome>['expected']

/** The dial's own check is off: a shop for other origins has to know them by a list, and here CORS is all there is. */
function opened(
  id: string,
  cors: CorsPolicy,
  cookie: { sameSite?: 'Strict' | 'None' },
  expected: Expected,
): LabPosition<Moment, Outcome> {
  const checked = { crossSite: 'none' } as const
  const dials = { cookie: { ...cookie, ...checked }, session: { ...cookie, ...checked }, jwt: checked }
  return { id, dials, cors, expected }
}

function inLanes<Each>(each: Each, jwt: Each) {
  return { cookie: each, session: each, jwt }
}

function cookiesOnly<Each>(each: Each) {
  return { cookie: each, session: each }
}

/** @param me of a request of the same site */
function refused(me: 'hidden-known' | 'hidden-stranger') {
  return {
    'same-site-sign-in': 'stopped',
    'same-site-me': me,
    'cross-site-sign-in': 'stopped',
    'cross-site-me': 'hidden-stranger',
  } as const
}

function answered(same: 'known' | 'stranger', cross: 'known' | 'stranger') {
  return {
    'same-site-sign-in': 'told',
    'same-site-me': same,
    'cross-site-sign-in': 'told',
    'cross-site-me': cross,
  } as const
}

function untold() {
  return inLanes(refused('hidden-known'), refused('hidden-stranger'))
}

function withoutCookies() {
  return inLanes(answered('stranger', 'stranger'), answered('known', 'known'))
}
