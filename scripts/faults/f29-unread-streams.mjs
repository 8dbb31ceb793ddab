import { setTimeout as sleep } from 'node:timers/promises'
import { PROMISE, suffered } from './abuse.mjs'
import { times } from './stage.mjs'

const SANDBOXES = 14
const STREAMS = 20
/** Octets of a head: two fields, as long as they may be. */
const HEAD = { 'X-One': 'a'.repeat(7250), 'X-Two': 'b'.repeat(7250) }

export default {
  id: 'F29',
  title: `${SANDBOXES} sandboxes of one address, ${STREAMS} event streams each that are not read, then as many HAR files; meanwhile requests with heads of 14.5 kB as fast as they are taken, 40 s each`,
  goal: PROMISE,
  run: ({ quick }) =>
    suffered(
      [
        { name: 'event streams', prepare: sandboxes, abuse: streams },
        { name: 'HAR files', prepare: sandboxes, abuse: files },
      ],
      quick,
    ),
}

async function sandboxes({ abuser, quick }) {
  const made = []
  for (let nth = 0; nth < (quick ? 4 : SANDBOXES); nth++) made.push(await abuser.sandbox())
  return made
}

async function streams({ abuser, seconds, prepared }) {
  const from = performance.now()
  const seen = await openAll(abuser, prepared, '/api/sandbox/events', 'Last-Event-ID: 0-0\r\n')
  return told(abuser, seen, await feed(abuser, prepared, from + seconds(40)))
}

/** The ring is full before, and goes on while nobody reads. */
async function files({ abuser, seconds, prepared }) {
  const from = performance.now()
  const before = await feed(abuser, prepared, from + seconds(15))
  const seen = await openAll(abuser, prepared, '/api/sandbox/exchanges.har', '')
  return told(abuser, seen, before + (await feed(abuser, prepared, from + seconds(40))))
}

async function openAll(abuser, sandboxes, path, field) {
  const seen = []
  for (let nth = 0; nth < STREAMS; nth++) {
    for (const { Cookie } of sandboxes)
      seen.push(
        abuser.unread(`GET ${path} HTTP/1.1\r\nHost: ${abuser.host}\r\nCookie: ${Cookie}\r\n${field}\r\n`),
      )
    // As fast as the limit of an address lets them.
    await sleep(300)
  }
  return seen
}

/** @returns how many were taken */
async function feed(abuser, sandboxes, until) {
  let taken = 0
  await times(sandboxes.length, async (nth) => {
    while (performance.now() < until) {
      const { status } = await abuser.ask('GET', `/api/cookie/${sandboxes[nth].id}/laptop/cart`, HEAD)
      if (status === 200) taken++
      else await sleep(100)
    }
  })
  return taken
}

function told(abuser, seen, taken) {
  const opened = seen.filter(({ status }) => status === 200)
  return {
    tried: `${seen.length} streams`,
    note: `${opened.length} opened, ${abuser.endedOf(opened)} of them ended, ${taken} requests taken`,
  }
}
