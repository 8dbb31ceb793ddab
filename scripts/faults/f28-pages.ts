import { setTimeout as sleep } from 'node:timers/promises'
import { type Abuse, PROMISE, suffered } from './abuse.ts'
import type { Fault } from './fault.ts'
import type { Unread } from './stranger.ts'

const MANY = 1400
const A_SECOND = 60

export default {
  id: 'F28',
  title: `${MANY} connections that ask for /code and do not read it, 40 s; ${A_SECOND} GET /code a second, 10 s`,
  goal: `who reads is answered, with 200 or 429; ${PROMISE}`,
  run: ({ quick }) =>
    suffered(
      [
        { name: 'unread', abuse: unread },
        { name: `${A_SECOND} a second`, abuse: read },
      ],
      quick,
    ),
} satisfies Fault

async function unread({ abuser, seconds, quick }: Abuse) {
  const until = performance.now() + seconds(40)
  const text = `GET /code HTTP/1.1\r\nHost: ${abuser.host}\r\n\r\n`
  const many = quick ? MANY / 5 : MANY
  const seen: Unread[] = []
  for (let nth = 0; nth < many; nth++) {
    seen.push(abuser.unread(text))
    if (nth % 20 === 0) await sleep(10)
  }
  await sleep(Math.max(0, until - performance.now()))
  const counted = (wanted: number) => seen.filter(({ status }) => status === wanted).length
  return {
    tried: `${many} connections`,
    note: `200 begun on ${counted(200)}, 429 on ${counted(429)}, hung up on ${abuser.endedOf(seen)}`,
  }
}

async function read({ abuser, seconds }: Abuse) {
  abuser.counts = {}
  const until = performance.now() + seconds(10)
  const asked = []
  while (performance.now() < until) {
    asked.push(abuser.ask('GET', '/code'))
    await sleep(1000 / A_SECOND)
  }
  const answers = await Promise.all(asked)
  return {
    tried: `${asked.length} requests`,
    wrong: answers.filter(({ status }) => status !== 200 && status !== 429).length,
    note: abuser.told(),
  }
}
