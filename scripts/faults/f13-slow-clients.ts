import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { quantile } from '../statistics.ts'
import type { Fault } from './fault.ts'
import { onStage, times } from './stage.ts'

const HEAD = 'POST /api/sandbox HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n'

export default {
  id: 'F13',
  title: '300 clients that send a byte every half second, heads and bodies',
  goal: 'closed within 15 s; meanwhile an honest client is answered within 1 s (95 %)',
  run: ({ quick }) =>
    onStage(async (stage) => {
      const count = quick ? 60 : 300
      await stage.start()
      const honest = await stage.guest('session')
      const from = performance.now()
      const slow = await times(count, async (nth) =>
        slowClient(stage.port, nth % 2 === 0 ? HEAD : `${HEAD}Content-Length: 1000\r\n\r\n`),
      )
      const closed = Promise.all(slow.map(({ closed }) => closed))
      let over = false
      closed.then(() => (over = true))
      const answers = []
      let failed = 0
      while (!over && performance.now() - from < 30_000) {
        const asked = performance.now()
        if ((await honest.add('apple')).status !== 200) failed++
        answers.push(performance.now() - asked)
        await sleep(100)
      }
      const open = slow.filter(({ socket }) => !socket.destroyed).length
      for (const { socket } of slow) socket.destroy()
      const seconds = (performance.now() - from) / 1000
      const late = quantile(answers, 0.95)
      const note = `all closed after ${seconds.toFixed(1)} s; honest ${late.toFixed(0)} ms (95 %)`
      return {
        tried: `${count} sockets`,
        lost: failed + open,
        ok: failed + open === 0 && seconds <= 15 && late < 1000,
        note,
      }
    }),
} satisfies Fault

function slowClient(port: number, beginning: string) {
  const socket = connect(port, 'localhost')
  const { promise: closed, resolve } = Promise.withResolvers<void>()
  socket.on('error', () => {})
  socket.on('close', () => resolve())
  socket.write(beginning)
  const drip = setInterval(() => socket.write('a'), 500)
  closed.then(() => clearInterval(drip))
  return { socket, closed }
}
