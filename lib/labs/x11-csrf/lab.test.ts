/** What a run in the browser cannot show without waiting: the form goes out while the cookie is certainly young. */
import { expect, it } from 'vitest'
import type { BrowserLab, LabFinding } from '../lab'
import type { ForgeryReport } from '../stage/browser-stage'
import { lab } from './lab'

const SITE = 'Sec-Fetch-Site: cross-site'
const ANSWERED: Omit<ForgeryReport, 'at'> = {
  exchange: null,
  status: 403,
  method: 'POST',
  carried: true,
  replaced: false,
  foreign: [SITE],
  problem: 'cross_site',
}

/** @param waits seconds from the sign-in to the form, the first time, the second time … */
async function playedWith(waits: number[], answered = ANSWERED) {
  const done: string[] = []
  const found: Partial<LabFinding>[] = []
  const stage = {
    laptop: {
      signIn: async () => done.push('sign-in'),
      signInAnew: async () => {
        done.push('anew')
        return 1000
      },
      get: async () => ({ json: { lines: [] } }),
    },
    attackersSite: {
      async forge(kind: string) {
        done.push(kind)
        return { ...answered, at: 1000 + (kind === 'form' ? waits.shift()! * 1000 : 0) }
      },
    },
    found: (moment: string, _outcome: string, _exchange: string | null, facts: LabFinding['facts']) =>
      found.push({ moment, facts }),
  }
  const acts: string[] = []
  for await (const act of (lab as BrowserLab).play(stage as never)) acts.push(act)
  return { acts, done, form: found.filter(({ moment }) => moment === 'form') }
}

it('signs in anew right before the form', async () => {
  const { acts, done, form } = await playedWith([2.5])
  expect(acts).toEqual(lab.acts)
  expect(done.slice(-2)).toEqual(['anew', 'form'])
  expect(form).toMatchObject([{ moment: 'form', facts: { status: 403, carried: 1, age: 3 } }])
})

it('does so again where somebody took two minutes to press for the window', async () => {
  const { done, form } = await playedWith([121, 110, 109])
  expect(done.slice(-6)).toEqual(['anew', 'form', 'anew', 'form', 'anew', 'form'])
  expect(form.map(({ facts }) => facts?.age)).toEqual([109])
})

const NULL = 'Origin: null'
it.each<[string, Partial<ForgeryReport>, LabFinding['facts']]>([
  ['one field', {}, { decided: 'one', signal: SITE }],
  ['two', { foreign: [SITE, NULL] }, { decided: 'both', signal: SITE, also: NULL }],
  ['the only one', { foreign: [NULL] }, { decided: 'one', signal: NULL }],
  ['nobody, where the dial is off', { status: 200, problem: null }, { decided: 'unchecked', signal: SITE }],
  ['nobody, of a read', { method: 'GET', status: 200, problem: null }, { decided: 'read', signal: SITE }],
  [
    'the browser',
    { method: 'OPTIONS', problem: 'method_not_allowed' },
    { decided: 'preflight', signal: SITE },
  ],
])('a cell names what decided: %s', async (_, answered, facts) => {
  const { form } = await playedWith([1], { ...ANSWERED, ...answered })
  expect(form[0]!.facts).toMatchObject(facts)
})

it('of a browser that says nothing of the page, no field is named', async () => {
  const { form } = await playedWith([1], { ...ANSWERED, foreign: [], problem: null, status: 200 })
  expect(form[0]!.facts).toEqual({ status: 200, carried: 1, age: 1 })
})
