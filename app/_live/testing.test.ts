import { expect, test } from 'vitest'
import { until } from '@/lib/testing/until'
import { openBrowser, openTab } from './testing'

test('what the tabs of an earlier browser have still under way goes on in it, and not in the next one', async () => {
  const earlier = openBrowser()
  const tabs = [await openTab(), await openTab()]
  for (const tab of tabs) await tab.start()
  const late = Promise.withResolvers<void>()
  let adds = 0
  earlier.hold = (what) => (what.endsWith('items') && ++adds > 0 ? late.promise : undefined)
  const acts = tabs.map((tab) => tab.act(['jwt'], 'laptop', { act: 'cart.add', sku: 'apple', quantity: 1 }))
  await until(() => adds === 2)
  earlier.news()
  const browser = openBrowser()
  late.resolve()
  await Promise.all(acts)
  // They tell one another of what they have, and ask once more.
  await until(() => tabs.every((tab) => !tab.live().shops.jwt.laptop.busy))
  await until(() => earlier.sent.length > 0)
  expect([browser.news(), browser.storage.size]).toEqual([[], 0])
  expect([...earlier.storage.values()].join()).toContain('jwt/laptop')
})
