import { setTimeout as sleep } from 'node:timers/promises'
import { PROMISE, suffered } from './abuse.mjs'
import { PRODUCTS } from './products.mjs'
import { LANES, times } from './stage.mjs'
import { cookiesAfter } from './stranger.mjs'

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
}

async function carts({ abuser }) {
  const made = []
  for (let nth = 0; nth < SANDBOXES; nth++) {
    const { id } = await abuser.sandbox()
    for (const lane of LANES) made.push(await cart(abuser, `/api/${lane}/${id}/laptop/cart/items`))
  }
  abuser.counts = {}
  return made
}

async function cart(abuser, path) {
  const { fields, body } = await abuser.ask('POST', path, {}, { sku: PRODUCTS[0], quantity: 1 })
  const Cookie = cookiesAfter(fields).fieldFor(path)
  const Authorization = body?.accessToken && `Bearer ${body.accessToken}`
  return { path, fields: { ...(Cookie && { Cookie }), ...(Authorization && { Authorization }) } }
}

async function greedy({ abuser, seconds, prepared }) {
  const until = performance.now() + seconds(40)
  const pages = readPages(abuser, until)
  await times(prepared.length * AT_ONCE, async (nth) => {
    const { path, fields } = prepared[nth % prepared.length]
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

async function readPages(abuser, until) {
  const asked = []
  while (performance.now() < until) {
    asked.push(abuser.ask('GET', '/code'))
    await sleep(1000 / PAGES_A_SECOND)
  }
  await Promise.all(asked)
}
