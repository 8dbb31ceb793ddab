import { createHash } from 'node:crypto'
import { connect } from 'node:net'
import { onStage } from './stage.mjs'

export default {
  id: 'F17',
  title: 'the answer to a refresh never arrives',
  goal: 'within the grace window the retry gets the same successor; without one it is a second use, and the family ends',
  run: ({ quick }) =>
    onStage(async (stage) => {
      const each = quick ? 10 : 100
      await stage.start()
      const seen = {}
      let wrong = 0
      for (const [grace, wanted] of [
        [10, 200],
        [0, 401],
      ])
        for (let nth = 0; nth < each; nth++) {
          const owner = nth % 25 === 0 ? await stage.owner({ jwt: { grace, accessLife: 900 } }) : seen.owner
          seen.owner = owner
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
}

/** Sends the whole request, and hangs up before a word comes back. */
function askAndLeave({ port }, client) {
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
async function settled(owner, client) {
  const known = client.refreshToken
  for (let tries = 0; tries < 50; tries++) {
    const stored = await owner.control('GET', 'stored')
    if (stored.jwt.some((row) => row.table === 'SpentRefreshToken' && row.tokenHash === hashOf(known))) return
  }
  await client.copy().post('refresh')
}

const hashOf = (token) => createHash('sha256').update(token).digest('base64url')
