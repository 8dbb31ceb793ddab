/**
 * Every cell of the labs that a browser plays is filled in by what the stage tells. Each lab is played in two worlds whose answers are
 * opposite: a cell that says the same in both says it whatever is seen. That the real world is one of them, e2e/labs-browser.spec.ts holds.
 */
import { describe, expect, it } from 'vitest'
import { type Evidence, evidenceOf, READINGS } from './evidence'
import { LABS } from './index'
import { type BrowserLab, lanesOf } from './lab'
import {
  type BrowserStage,
  type ForgeryReport,
  type FrontRequest,
  type Kept,
  PLACES,
  type SentReply,
} from './stage/browser-stage'

interface World {
  customer: object | null
  heldIn: SentReply['heldIn']
  injected: string | null
  forged: Partial<ForgeryReport>
  seen: Record<string, string | number | boolean>
  front: FrontRequest
  kept: Kept
}

const OPEN: World = {
  customer: { email: 'mina@shop.example' },
  heldIn: 'cookie',
  injected: 'a-credential',
  forged: { status: 200, method: 'POST', carried: true },
  seen: {
    ...{ httpOnlySent: true, shelfSent: true, secureSent: true, others: 0, left: 0 },
    ...{ httpOnlyInScript: true, secureInScript: true, securePrefixBare: true, daysOf999: 400 },
    ...{
      doubled: 'inner outer',
      byScriptSent: true,
      httpPrefixByScript: true,
      afterNullValue: true,
      afterWrongPath: true,
      afterRightPath: true,
    },
    ...{ plain: true, secure: true, secureAfterFlood: true, set: 252, kept: 252, firstKept: 1 },
  },
  front: { exchange: 'an-exchange', stopped: false, carried: true, read: true, threw: '' },
  kept: { threw: null, now: true, reloaded: true, nextPage: true },
}

const SHUT: World = {
  customer: null,
  heldIn: 'cookie',
  injected: null,
  forged: { status: 403, method: 'POST', carried: false },
  seen: {
    ...{ httpOnlySent: true, shelfSent: true, secureSent: true, others: 0, left: 0 },
    ...{ httpOnlyInScript: false, secureInScript: false, securePrefixBare: false, daysOf999: 999 },
    ...{
      doubled: 'inner',
      byScriptSent: false,
      httpPrefixByScript: false,
      afterNullValue: false,
      afterWrongPath: false,
      afterRightPath: false,
    },
    ...{ plain: false, secure: false, secureAfterFlood: false, set: 252, kept: 252, firstKept: 1 },
  },
  front: { exchange: 'an-exchange', stopped: true, carried: false, read: false, threw: 'TypeError' },
  kept: { threw: 'SecurityError', now: false, reloaded: false, nextPage: false },
}

interface Cell extends Evidence {
  moment: string
  outcome: string
}

async function cellsOf(lab: BrowserLab, stageOf: (found: BrowserStage['found']) => BrowserStage) {
  const cells: Cell[] = []
  const stage = stageOf((moment, outcome, shown) => {
    cells.push({ moment, outcome, ...evidenceOf(moment, shown) })
  })
  for await (const _act of lab.play(stage));
  return cells
}

const stageIn =
  (world: World, { strategy, position }: Pick<BrowserStage, 'strategy' | 'position'>) =>
  (found: BrowserStage['found']): BrowserStage => {
    // A cart that grows at each look, or is empty.
    let quantity = 0
    const answered = () => {
      quantity += 9
      return { customer: world.customer, lines: world.customer ? [{ sku: 'cheese', quantity }] : [] }
    }
    const reply = { status: world.customer ? 200 : 401, json: answered(), exchange: 'an-exchange' }
    const forged = {
      exchange: 'a-forgery',
      at: 0,
      replaced: false,
      status: 200,
      method: 'POST',
      carried: true,
      foreign: [],
      problem: null,
    }
    return {
      strategy,
      position,
      laptop: {
        signIn: async () => reply,
        signInAnew: async () => 0,
        get: async () => ({ ...reply, json: answered(), heldIn: world.heldIn }),
        getWithNothing: async () => ({ ...reply, status: 401, json: { customer: null } }),
        reload: async () => {},
        reopen: async () => {},
        copied: async () => 'a-credential',
        injected: {
          read: () => world.injected,
          readWithEffort: async () => ({ text: world.injected, exchange: 'an-exchange' }),
          buy: async () => reply,
        },
      },
      elsewhere: async () => reply,
      attackersSite: {
        forge: async () => ({ ...forged, ...world.forged }),
        tryOut: async () => world.seen,
      },
      frontEnd: async () => ({ signIn: world.front, me: world.front, known: world.front.read }),
      sandboxedFrame: {
        keep: async () =>
          Object.fromEntries(PLACES.map((place) => [place, world.kept])) as Record<
            (typeof PLACES)[number],
            Kept
          >,
      },
      found,
    }
  }

const browserLabs = LABS.filter((lab): lab is BrowserLab => lab.place === 'browser')
const plays = browserLabs.flatMap((lab) =>
  lab.positions.flatMap((position) =>
    lanesOf(position).map((strategy) => ({ lab, slug: lab.slug, strategy, position: position.id })),
  ),
)

describe.each(plays)('$slug, $position, $strategy', ({ lab, strategy, position }) => {
  it('fills every cell once, and each names what it was read from', async () => {
    for (const world of [OPEN, SHUT]) {
      const cells = await cellsOf(lab, stageIn(world, { strategy, position }))
      expect(cells.map(({ moment }) => moment).sort()).toEqual([...lab.moments].sort())
      for (const { readFrom } of cells) if (readFrom !== null) expect(READINGS).toContain(readFrom)
    }
  })

  it('says of no cell the same whatever is seen', async () => {
    const outcomes = async (world: World) =>
      new Map(
        (await cellsOf(lab, stageIn(world, { strategy, position }))).map(({ moment, outcome }) => [
          moment,
          outcome,
        ]),
      )
    const [open, shut] = [await outcomes(OPEN), await outcomes(SHUT)]
    expect(lab.moments.filter((moment) => open.get(moment) === shut.get(moment))).toEqual([])
  })
})

it('a credential in a header field has no attributes, and none is pushed out of a jar', async () => {
  const of = (slug: string) => browserLabs.find((lab) => lab.slug === slug)!
  const inMemory = { ...SHUT, customer: OPEN.customer, heldIn: 'variable' as const }
  const jwt = { strategy: 'jwt', position: 'default' } as const
  const attributes = await cellsOf(of('x03-attributes'), stageIn(inMemory, jwt))
  expect(new Set(attributes.map(({ outcome }) => outcome))).toEqual(new Set(['no-attributes']))
  expect(attributes.every(({ exchange }) => exchange === 'an-exchange')).toBe(true)
  const jar = await cellsOf(of('x05-overflow'), stageIn(inMemory, jwt))
  expect(new Set(jar.map(({ outcome }) => outcome))).toEqual(new Set(['stays']))
})

it('a browser that tells no page when a cookie ends, and one that refuses Secure here, are not taken for another', async () => {
  const seen = { ...OPEN.seen, daysOf999: -1, secureSent: false }
  const cells = await cellsOf(
    browserLabs.find(({ slug }) => slug === 'x03-attributes')!,
    stageIn({ ...OPEN, seen }, { strategy: 'cookie', position: 'default' }),
  )
  const outcomeOf = (moment: string) => cells.find((cell) => cell.moment === moment)!.outcome
  expect([outcomeOf('long-life'), outcomeOf('secure')]).toEqual(['not-told', 'refused'])
})

it('a script that the browser keeps from its own window has not found that there is nothing', async () => {
  const lab = browserLabs.find(({ slug }) => slug === 'x10-xss')!
  const stage = stageIn({ ...OPEN, injected: null }, { strategy: 'cookie', position: 'default' })
  const shut = async () => ({ text: null, exchange: 'an-exchange', outOfReach: true })
  const withViewer = (found: BrowserStage['found']) => {
    const made = stage(found)
    return {
      ...made,
      laptop: { ...made.laptop, injected: { ...made.laptop.injected, readWithEffort: shut } },
    }
  }
  const cells = await cellsOf(lab, withViewer)
  expect(cells.map(({ moment, outcome }) => [moment, outcome]).slice(0, 2)).toEqual([
    ['at-once', 'reads-nothing'],
    ['with-effort', 'out-of-reach'],
  ])
})

it('no cell is filled in by nothing', async () => {
  expect(() => evidenceOf('a-moment', {})).toThrow('nothing shows a-moment')
  expect(() => evidenceOf('a-moment', { exchange: null })).toThrow()
})
