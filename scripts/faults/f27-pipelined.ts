import { setTimeout as sleep } from 'node:timers/promises'
import { type Abuse, PROMISE, suffered } from './abuse.ts'
import type { Fault } from './fault.ts'

const MANY = 1400

export default {
  id: 'F27',
  title: `${MANY} requests for a page in one go on one connection, nothing read, 20 s: /, /code`,
  goal: PROMISE,
  run: ({ quick }) => suffered([pipelined('/'), pipelined('/code')], quick),
} satisfies Fault

const pipelined = (path: string) => ({
  name: path,
  async abuse({ abuser, seconds, quick }: Abuse) {
    const many = quick ? MANY / 5 : MANY
    const seen = abuser.unread(`GET ${path} HTTP/1.1\r\nHost: ${abuser.host}\r\n\r\n`.repeat(many))
    await sleep(seconds(20))
    return { tried: `${many} of ${path}`, note: abuser.endedOf([seen]) > 0 ? 'hung up on' : 'left open' }
  },
})
