import { expect, it } from 'vitest'
import type { SentLine } from '@/lib/labs/run/sent-line'
import { linesByAct } from './sent-groups'

const line = (act: string | null, device: SentLine['device']): SentLine => ({
  lane: 'session',
  device,
  act,
  exchange: null,
  method: 'GET',
  command: 'curl',
  status: 200,
  contentType: null,
  body: '',
  micros: 1,
})

const SENT = [
  line('steal', 'laptop'),
  line('steal', 'attacker'),
  line(null, 'attacker'),
  line('sell', 'attacker'),
]

it('goes act by act, what was sent between them last, numbered over the whole run', () => {
  const numbers = linesByAct(SENT, 'all', ['steal', 'sell']).map(({ act, lines }) => [
    act,
    lines.map(({ number }) => number),
  ])
  expect(numbers).toEqual([
    ['steal', [1, 2]],
    ['sell', [4]],
    [null, [3]],
  ])
})

it('of the attacker only: acts without any are left out, and the numbers stay', () => {
  const shown = linesByAct(SENT.slice(0, 2), 'attacker', ['steal', 'sell'])
  expect(shown.map(({ act, lines }) => [act, lines.map(({ number }) => number)])).toEqual([['steal', [2]]])
})
