import { createHash } from 'node:crypto'
import { connect } from 'node:net'
import type { ShopClient } from '../../lib/client/shop-client.ts'
import type { Owner } from '../visitors.ts'
import type { Fault } from './fault.ts'
import { onStage, type Stage } from './stage.ts'

export default {
  id: 'F17',
  title: 'the answer to a refresh never arrives',
  goal: 'within the grace window the retry gets the same successor; without one it is a second use, and the family ends',
  run: ({ quick }) =>
    onStage(async (stage) => {
      const each = quick ? 10 : 100
      await stage.start()
      let wrong = 0
      let last: Owner | null = null
      for (const [grace, wanted] of [
        [10, 200],
        [0, 401],
      ])
        for (let nth = 0; nth < each; nth++) {
          const owner: Owner =
            nth % 25 !== 0 && last ? last : await stage.owner({ jwt: { grace, accessLife: 900 } })
          last = owner
          const client = await stage.signedIn('jwt', owner)
          await askAndLeave(stage, client)
          await settled(owner, client)
          const [first, again] = [client.copy(), client.copy()]
          const { status } = await first.post('refresh')
          await again.post('refresh')
          if (status !== wanted) wrong++
          if (wanted === 200 && first.refreshToken !== again.refreshToken) wrong++
        }
      return { tried: `${each} × 2`, lost: wrong, ok: wrong === 0, note: 'grace 10 s, and none' }
    }),
} satisfies Fault

/** Sends the whole request, and hangs up before a word comes back. */
function askAndLeave({ port }: Stage, client: ShopClient) {
  const socket = connect(port, 'localhost')
  const { promise, resolve } = Promise.withResolvers()
  const path = `${client.path}/refresh`
  const head = `POST ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nCookie: ${client.jar.fieldFor(path)}\r\nContent-Length: 0\r\n\r\n`
  socket.on('error', () => {})
  socket.write(head, () => socket.destroy())
  socket.on('close', resolve)
  return promise
}

/** Until the server has done what it was asked, or has not: then the retry is the first to ask. */
async function settled(owner: Owner, client: ShopClient) {
  const known = client.refreshToken
  for (let tries = 0; tries < 50; tries++) {
    const stored = await owner.control('GET', 'stored')
    if (
      stored.jwt.some(
        (row: { table: string; tokenHash?: string }) =>
          row.table === 'SpentRefreshToken' && row.tokenHash === hashOf(known ?? ''),
      )
    )
      return
  }
  await client.copy().post('refresh')
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')
