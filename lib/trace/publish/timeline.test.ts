import { afterEach, expect, test, vi } from 'vitest'
import { aCookie, anExchange } from '@/lib/testing/exchanges'
import type { Exchange } from '../model/exchange'
import { createRing, newPool } from './ring'
import { closeTimeline, openTimeline, timelineOf } from './timeline'
import type { TimelineEvent } from './timeline-event'

const clock = { now: () => new Date() }
const ID = 'AAAAAAAAAAA'
const open = () => openTimeline(ID, clock)

const draft = (differing: Parameters<typeof anExchange>[0] = {}) => {
  const { id: _, seq: __, ...rest } = anExchange(differing)
  return rest
}
/** About as many octets as asked for. */
const heavy = (bytes: number) => {
  const request = { ...anExchange({}).request, headBytes: bytes }
  return draft({ request })
}

const large = (mebibytes: number): Exchange => ({
  ...anExchange({}),
  request: { ...anExchange({}).request, headBytes: mebibytes * 1024 * 1024 },
})

afterEach(() => closeTimeline(ID))

test('opened twice it is the same; closed it is gone, and says so', () => {
  const timeline = open()
  expect(open()).toBe(timeline)
  const events: TimelineEvent[] = []
  timeline.subscribe((event) => events.push(event))
  closeTimeline(ID)
  expect(timelineOf(ID)).toBeNull()
  expect(events).toEqual([{ type: 'reset' }])
})

test('exchanges are numbered from 1, found by id, and listed after a number', () => {
  const timeline = open()
  const ids = [1, 2, 3].map(() => timeline.append(draft()).id)
  expect(ids).toEqual([1, 2, 3].map((seq) => `${timeline.epoch}-${seq}`))
  expect(timeline.after(1).map(({ seq }) => seq)).toEqual([2, 3])
  expect(timeline.get(ids[1]!)?.seq).toBe(2)
  expect(timeline.get('other-2')).toBeNull()
  expect(timeline).toMatchObject({ latest: 3, dropped: 0 })
})

test('a listener hears what comes until it stops; one that fails does not take it from the others', () => {
  const timeline = open()
  const heard: string[] = []
  timeline.subscribe(() => {
    throw new Error('its reader is gone')
  })
  const stop = timeline.subscribe((event) => heard.push(event.type))
  timeline.append(draft())
  timeline.publish({ type: 'clock', offsetSeconds: 30, now: '' })
  stop()
  timeline.append(draft())
  expect(heard).toEqual(['exchange', 'clock'])
})

test('of more than 500 exchanges the oldest are let go', () => {
  const timeline = open()
  for (let i = 0; i < 503; i++) timeline.append(draft())
  expect(timeline.after(0)).toHaveLength(500)
  expect(timeline.after(0)[0]!.seq).toBe(4)
  expect(timeline).toMatchObject({ dropped: 3, latest: 503 })
})

test('of more than about a mebibyte likewise', () => {
  const timeline = open()
  for (let i = 0; i < 30; i++) timeline.append(heavy(100_000))
  expect(timeline.after(0)).toHaveLength(10)
  expect(timeline.dropped).toBe(20)
})

test('artifacts that were there before are not counted again', () => {
  const pool = newPool()
  const ring = createRing(pool, 'A')
  const artifacts = [aCookie({ value: 'x'.repeat(4000) })]
  const exchange = anExchange({ artifacts })
  ring.add(exchange)
  const first = pool.bytes
  ring.add({ ...exchange, stored: { before: [], after: artifacts } })
  expect(pool.bytes - first).toBeGreaterThan(first + 4000)
})

test('when all rings are too much, the one that has been quiet longest forgets', () => {
  const pool = newPool()
  const [quiet, busy, newest] = [createRing(pool, 'A'), createRing(pool, 'B'), createRing(pool, 'C')]
  const half = large(60)
  quiet.add(half)
  busy.add(half)
  expect(pool.bytes).toBeLessThan(128 * 1024 * 1024)
  newest.add(half)
  expect(quiet).toMatchObject({ exchanges: [], dropped: 1 })
  expect([busy.exchanges.length, newest.exchanges.length]).toEqual([1, 1])
  for (const ring of [busy, newest]) ring.clear()
  expect(pool).toEqual(newPool())
})

test('when all rings are too much, whoever has the most forgets first, and nobody else', () => {
  const pool = newPool()
  const quiet = createRing(pool, 'Mina')
  quiet.add(large(1))
  const loud = Array.from({ length: 40 }, () => createRing(pool, 'loud'))
  for (const ring of loud) ring.add(large(4))
  expect(quiet.dropped).toBe(0)
  expect(loud.map(({ exchanges }) => exchanges.length)).toEqual([...Array(9).fill(0), ...Array(31).fill(1)])
  for (const ring of [quiet, ...loud]) ring.clear()
  expect(pool).toEqual(newPool())
})

test('what the owner did and known cookies count as well: the timeline that has been quiet longest forgets them', () => {
  const dials = Array.from({ length: 40 }, (_, i) => ({
    strategy: 'jwt' as const,
    name: `dial${i}`,
    value: true,
    was: false,
  }))
  const turned = { act: 'dials' as const, at: '', sandboxAt: '', strategy: null, dials }
  const names = Array.from({ length: 600 }, (_, i) => `R${i}`)
  const all = names.map((name) => openTimeline(name, clock))
  for (const timeline of all) for (let i = 0; i < 100; i++) timeline.noteAct(turned)
  expect(all[0]!.acts).toEqual([])
  expect(all.at(-1)!.acts).toHaveLength(100)
  for (const name of names) closeTimeline(name)
})

test('what is known of browser and server counts too, and is learnt anew afterwards', () => {
  const large = Array.from({ length: 20 }, (_, i) =>
    aCookie({
      id: `row/Cart/${i}`,
      side: 'server',
      place: 'row',
      contents: [{ name: 'lines', value: 'x'.repeat(40_000) }],
    }),
  )
  const names = Array.from({ length: 200 }, (_, i) => `L${i}`)
  const all = names.map((name) => openTimeline(name, clock))
  for (const { ledger } of all) for (const row of large) ledger.put('jwt', row)
  expect(all[0]!.ledger.octets()).toBeGreaterThan(800_000)
  for (const timeline of all) timeline.append(draft())
  expect(all[0]!.ledger.octets()).toBe(0)
  expect(all.at(-1)!.ledger.find('jwt', 'row/Cart/0')).not.toBeNull()
  for (const name of names) closeTimeline(name)
})

test('a timeline that is closed gives its memory back', () => {
  const other = openTimeline('BBBBBBBBBBB', clock)
  other.append(draft())
  const spy = vi.fn()
  other.subscribe(spy)
  closeTimeline('BBBBBBBBBBB')
  expect(other.after(0)).toEqual([])
  expect(spy).toHaveBeenCalledOnce()
})

test('guests fill half of a timeline: what customers did before is still there', () => {
  const timeline = open()
  const of = (email: string | null) => draft({ credential: { ...anExchange({}).credential, email } })
  for (let nth = 0; nth < 100; nth++) timeline.append(of('mina@shop.example'))
  for (let nth = 0; nth < 900; nth++) timeline.append(of(null))
  const kept = timeline.after(0)
  expect(kept).toHaveLength(500)
  expect(kept.filter(({ credential }) => credential.email !== null)).toHaveLength(100)
  for (let nth = 0; nth < 400; nth++) timeline.append(of('mina@shop.example'))
  expect(timeline.after(0).filter(({ credential }) => credential.email === null)).toHaveLength(100)
})
