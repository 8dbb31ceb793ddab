import { setTimeout as sleep } from 'node:timers/promises'
import { type Abuse, type Call, PROMISE, suffered } from './abuse.ts'
import type { Fault } from './fault.ts'
import { PRODUCTS } from './products.ts'
import { LANES, times } from './stage.ts'
import { cookiesAfter, type Stranger } from './stranger.ts'

/** Enough for all that one address may ask for: each may be asked 30 times a second. */
const SANDBOXES = 12
/** Requests of each cart that are under way at a time. */
const AT_ONCE = 10
const PAGES_A_SECOND = 8

export default {
  id: 'F33',
  title: `one address asks for as much as a class: adds in ${3 * SANDBOXES} carts, as fast as they are taken, ${AT_ONCE} at once in each, and /code ${PAGES_A_SECOND} times a second, 40 s`,
  goal: `answered with 200, 409, 429 or 401 (an access token lives for a minute); ${PROMISE}`,
  run: ({ quick }) => suffered([{ name: 'greedy', prepare: carts, abuse: greedy }], quick),
} satisfies Fault

async function carts({ abuser }: Call) {
  const made: Cart[] = []
  for (let nth = 0; nth < SANDBOXES; nth++) {
    const { id } = await abuser.sandbox()
    for (const lane of LANES) made.push(await cart(abuser, `/api/${lane}/${id}/laptop/cart/items`))
  }
  abuser.counts = {}
  return made
}

interface Cart {
  path: string
  fields: Record<string, string>
}

async function cart(abuser: Stranger, path: string): Promise<Cart> {
  const { fields, body } = await abuser.ask('POST', path, {}, { sku: PRODUCTS[0], quantity: 1 })
  const Cookie = cookiesAfter(fields).fieldFor(path)
  const Authorization = body?.accessToken && `Bearer ${body.accessToken}`
  return { path, fields: { ...(Cookie && { Cookie }), ...(Authorization && { Authorization }) } }
}

async function greedy({ abuser, seconds, prepared }: Abuse<Cart[]>) {
  const until = performance.now() + seconds(40)
  const pages = readPages(abuser, until)
  await times(prepared.length * AT_ONCE, async (nth) => {
    const { path, fields } = prepared[nth % prepared.length]!
    for (let add = nth; performance.now() < until; add++)
      await abuser.ask('POST', path, fields, { sku: PRODUCTS[add % PRODUCTS.length], quantity: 1 })
  })
  await pages
  const answers = Object.entries(abuser.counts)
  const wrong = answers.filter(([status]) => !['200', '401', '409', '429'].includes(status))
  return {
    tried: `${answers.reduce((sum, [, count]) => sum + count, 0)} requests`,
    wrong: wrong.reduce((sum, [, count]) => sum + count, 0),
    note: abuser.told(),
  }
}

async function readPages(abuser: Stranger, until: number) {
  const asked = []
  while (performance.now() < until) {
    asked.push(abuser.ask('GET', '/code'))
    await sleep(1000 / PAGES_A_SECOND)
  }
  await Promise.all(asked)
}
