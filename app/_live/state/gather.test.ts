import { beforeEach, expect, test } from 'vitest'
import { deskAct, exchange } from '@/lib/reading/testing'
import type { Heard } from '@/lib/reading/told/scene'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { until } from '@/lib/testing/until'
import { type Browser, openBrowser, openTab } from '../testing'

let browser: Browser
beforeEach(() => {
  browser = openBrowser()
})

/** What the event stream brings: the requests of this tab are not recorded here. */
async function open() {
  const tab = await openTab()
  const { take } = await import('./timeline-state')
  const heard: Heard[] = []
  const stop = tab.gather((one) => void heard.push(one))
  await tab.start()
  const count = (n: number) => until(() => expect(heard).toHaveLength(n))
  const lockstep = (seq: number) =>
    STRATEGIES.forEach((lane, i) => {
      take({ type: 'exchange', data: exchange(seq + i, { lane, action: 'cart.add' }) })
    })
  return { tab, take, heard, stop, count, lockstep }
}

const seqs = ({ exchanges }: Heard) => exchanges.map(({ seq }) => seq)

test('what comes together is one piece of news; the same once more is another', async () => {
  const { heard, stop, count, lockstep } = await open()
  lockstep(1)
  await count(1)
  lockstep(4)
  await count(2)
  expect(heard.map(seqs)).toEqual([
    [1, 2, 3],
    [4, 5, 6],
  ])
  expect(heard.map(({ opening }) => opening)).toEqual([true, false])
  stop()
})

test('a forced sign-out comes with the requests that show it, once', async () => {
  const { take, heard, stop, count, lockstep } = await open()
  take({ type: 'desk', data: deskAct(1000) })
  lockstep(1)
  take({ type: 'desk', data: deskAct(1000) })
  await count(1)
  expect(heard[0]!.desk).toEqual([deskAct(1000)])
  expect(seqs(heard[0]!)).toEqual([1, 2, 3])
  stop()
})

test('the other device is news, and so are lanes that did not answer', async () => {
  const { tab, heard, stop, count } = await open()
  tab.setDevice('phone')
  await count(1)
  expect(heard[0]).toMatchObject({ taken: 'phone', unanswered: [] })
  browser.intercept = () => {
    throw new TypeError('Failed to fetch')
  }
  await tab.act(STRATEGIES, 'phone', { act: 'cart.add', sku: 'apple', quantity: 1 })
  await count(2)
  expect(heard[1]).toMatchObject({ taken: null, unanswered: STRATEGIES, exchanges: [] })
  stop()
})

test('who listens later hears what came meanwhile, and nothing twice', async () => {
  const { tab, heard, stop, count, lockstep } = await open()
  lockstep(1)
  await count(1)
  stop()
  lockstep(4)
  const other = tab.gather((one) => void heard.push(one))
  await count(2)
  expect(seqs(heard[1]!)).toEqual([4, 5, 6])
  other()
})
