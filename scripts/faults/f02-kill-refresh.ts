import { setTimeout as sleep } from 'node:timers/promises'
import type { ShopClient } from '../../lib/client/shop-client.ts'
import type { Fault } from './fault.ts'
import { onStage, times } from './stage.ts'

export default {
  id: 'F2',
  title: 'kill -9 during refresh, 30 clients',
  goal: 'afterwards a defined answer, and everybody can sign in; never a 5xx',
  run: ({ quick }) =>
    onStage(async (stage) => {
      const kills = quick ? 2 : 10
      await stage.start()
      const owners = await times(30, () => stage.owner())
      let strange = 0
      let lockedOut = 0
      let thrownOut = 0
      for (let nth = 0; nth < kills; nth++) {
        const clients = []
        for (const owner of owners) clients.push(await stage.signedIn('jwt', owner))
        const refreshing = clients.map(refreshUntilGone)
        await sleep(100 + 31 * nth)
        await stage.kill()
        await Promise.all(refreshing)
        await stage.start()
        for (const [index, client] of clients.entries()) {
          const { status } = await client.post('refresh')
          if (status !== 200 && status !== 401) strange++
          if (status === 401) thrownOut++
          client.reload()
          if ((await client.signIn(owners[index]!.users[0]!)).status !== 200) lockedOut++
        }
      }
      const note = `${thrownOut} had lost an answer and had to sign in again`
      return { tried: `${kills} kills`, lost: strange + lockedOut, ok: strange + lockedOut === 0, note }
    }),
} satisfies Fault

async function refreshUntilGone(client: ShopClient) {
  for (;;) {
    try {
      if ((await client.post('refresh')).status !== 200) return
    } catch {
      return
    }
  }
}
