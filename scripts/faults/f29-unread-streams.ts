import { setTimeout as sleep } from 'node:timers/promises'
import { type Abuse, type Call, PROMISE, suffered } from './abuse.ts'
import type { Fault } from './fault.ts'
import { times } from './stage.ts'
import type { Sandbox, Stranger, Unread } from './stranger.ts'

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
} satisfies Fault

async function sandboxes({ abuser, quick }: Call) {
  const made = []
  for (let nth = 0; nth < (quick ? 4 : SANDBOXES); nth++) made.push(await abuser.sandbox())
  return made
}

async function streams({ abuser, seconds, prepared }: Abuse<Sandbox[]>) {
  const from = performance.now()
  const seen = await openAll(abuser, prepared, '/api/sandbox/events', 'Last-Event-ID: 0-0\r\n')
  return told(abuser, seen, await feed(abuser, prepared, from + seconds(40)))
}

/** The ring is full before, and goes on while nobody reads. */
async function files({ abuser, seconds, prepared }: Abuse<Sandbox[]>) {
  const from = performance.now()
  const before = await feed(abuser, prepared, from + seconds(15))
  const seen = await openAll(abuser, prepared, '/api/sandbox/exchanges.har', '')
  return told(abuser, seen, before + (await feed(abuser, prepared, from + seconds(40))))
}

async function openAll(abuser: Stranger, sandboxes: Sandbox[], path: string, field: string) {
  const seen: Unread[] = []
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
async function feed(abuser: Stranger, sandboxes: Sandbox[], until: number) {
  let taken = 0
  await times(sandboxes.length, async (nth) => {
    while (performance.now() < until) {
      const { status } = await abuser.ask('GET', `/api/cookie/${sandboxes[nth]!.id}/laptop/cart`, HEAD)
      if (status === 200) taken++
      else await sleep(100)
    }
  })
  return taken
}

function told(abuser: Stranger, seen: Unread[], taken: number) {
  const opened = seen.filter(({ status }) => status === 200)
  return {
    tried: `${seen.length} streams`,
    note: `${opened.length} opened, ${abuser.endedOf(opened)} of them ended, ${taken} requests taken`,
  }
}
