/** The numbers that X01 and X20 put into their texts. */
import { expect, it } from 'vitest'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { labServer } from '@/lib/testing/lab-server'
import { freshSandbox } from '@/lib/testing/sandbox'
import { labOf } from '../index'
import { positionOf } from '../lab'
import { Run } from '../run/run'

labServer()

async function factsOf(slug: string, position: string) {
  const lab = labOf(slug)!
  const { sandbox } = await freshSandbox()
  const run = new Run(sandbox, lab, positionOf(lab, position)!, () => {})
  await run.open()
  await run.playAll()
  const { findings } = run.report()
  await run.close()
  return (moment: string) =>
    STRATEGIES.map((lane) => findings.find((one) => one.lane === lane && one.moment === moment)!.facts)
}

const inEachLane = <Facts>(facts: Facts) => STRATEGIES.map(() => facts)

it('X01: one handshake and the third request on it, or three', async () => {
  const kept = await factsOf('x01-connections', 'default')
  expect(kept('connections')).toEqual(inEachLane({ connections: 1, nth: 3 }))
  expect(kept('without')).toEqual(inEachLane({ connections: 1, nth: 4 }))
  // What nobody has read has added nothing, and the balancer cannot know.
  expect(kept('late-read')).toEqual(inEachLane({ tries: 2, lines: 0 }))
  expect(kept('late-write')).toEqual(inEachLane({ tries: 1, lines: 0 }))
  const each = await factsOf('x01-connections', 'close')
  expect(each('connections')).toEqual(inEachLane({ connections: 3, nth: 1 }))
  expect(each('late-write')).toEqual(inEachLane({ tries: 1, lines: 1 }))
})

it('X01: three streams on one connection of HTTP/2, and what Node says to a Connection field', async () => {
  const facts = await factsOf('x01-connections', 'http-2')
  expect(facts('connections')).toEqual(inEachLane({ connections: 1, streams: '1, 3, 5' }))
  expect(facts('said')).toEqual(inEachLane({ says: 'ERR_HTTP2_INVALID_CONNECTION_HEADERS' }))
})

it('X20: what the cache says, how often the origin is asked, and whom the shop takes Sam for', async () => {
  const naive = await factsOf('x20-cache', 'default')
  const [mina, sam] = ['mina@shop.example', 'sam@shop.example'].map((email) => ({ email }))
  expect(naive('who-now')).toEqual([mina, mina, sam])
  expect(naive('next-visitor').map(({ through }) => through)).toEqual([1, 1, 3])
  const asked = await factsOf('x20-cache', 'etag')
  expect(asked('again').map(({ says }) => says)).toEqual([
    'fwd=stale; fwd-status=304',
    'fwd=stale; fwd-status=304',
    'fwd=uri-miss',
  ])
})
