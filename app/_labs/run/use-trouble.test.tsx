/** A run that came to nothing is told on every page that runs labs. */
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, expect, it, vi } from 'vitest'
import { WordsProvider } from '@/lib/i18n/client'
import { loadMessages } from '@/lib/i18n/messages'
import { labOf } from '@/lib/labs'
import type { RunReport } from '@/lib/labs/run/run'
import { sheetOf } from '../sheet'

// The store that a component reads on the server is the one it began with.
const { state } = vi.hoisted(() => ({ state: { now: {} as object } }))
vi.mock('./run-state', async (original) => ({
  ...(await original<typeof import('./run-state')>()),
  useRun: () => state.now,
}))
const { IDLE } = await import('./run-state')
const { useTrouble } = await import('./use-trouble')

const lab = labOf('x17-cluster')!
const messages = await loadMessages('en', ['labs'])

function Said() {
  return <p>{useTrouble([sheetOf(lab, null)])}</p>
}

const said = () =>
  renderToStaticMarkup(
    <WordsProvider locale="en" messages={messages}>
      <Said />
    </WordsProvider>,
  )

const report = (over: RunReport['state']): RunReport => ({
  ...{ id: 'r', lab: 'x17-cluster', position: 'default', lanes: ['cookie', 'jwt'], findings: [], rooms: {} },
  ...{ state: over, sent: [], acts: { cookie: ['start', 'sign-in'], jwt: ['start'] } },
})

afterEach(() => {
  state.now = {}
})

it.each([
  ['nothing was run', IDLE, ''],
  ['it is under way', { ...IDLE, busy: true, report: report('running') }, ''],
  ['it is done', { ...IDLE, report: report('done') }, ''],
  ['it broke down', { ...IDLE, report: report('failed') }, 'It broke down after 1 of 10 acts. Run it again.'],
  ['it was stopped', { ...IDLE, report: report('stopped') }, 'Stopped after 1 of 10 acts.'],
  ['another lab’s broke down', { ...IDLE, report: { ...report('failed'), lab: 'x01-amnesia' } }, ''],
  [
    'the sandbox was left meanwhile',
    { ...IDLE, report: report('stopped'), trouble: { code: 'left', after: 0 } },
    'You have started over, so this run is gone.',
  ],
  [
    'the line is too long',
    { ...IDLE, trouble: { code: 'busy', after: 3 } },
    'Too many labs are running at once. Wait 3 s, then try again.',
  ],
])('%s', (_, now, expected) => {
  state.now = now
  expect(said()).toBe(`<p>${expected}</p>`)
})
