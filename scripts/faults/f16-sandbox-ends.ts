import type { ShopClient } from '../../lib/client/shop-client.ts'
import { ask } from '../visitors.ts'
import type { Fault } from './fault.ts'
import { LANES, onStage } from './stage.ts'

export default {
  id: 'F16',
  title: 'a sandbox ends while its page is open; two sandboxes in one browser',
  goal: '404 no_sandbox, a new one at once, nothing of one in the other (what the page says: e2e/visitors.spec.ts)',
  run: () =>
    onStage(async (stage) => {
      await stage.start()
      const [one, two] = [await stage.owner(), await stage.owner()]
      const mine: ShopClient[] = []
      const others: ShopClient[] = []
      for (const lane of LANES) {
        mine.push(await stage.signedIn(lane, one))
        others.push(await stage.signedIn(lane, two))
      }
      let wrong = 0
      const stream = await fetch(`${stage.origin}/api/sandbox/events`, { headers: one.headers })
      const ended = stream.text()
      await ask('DELETE', `${stage.origin}/api/sandbox`, { headers: one.headers })
      if (!(await ended).includes('event: reset')) wrong++
      for (const client of mine) if ((await client.add('apple')).body?.code !== 'no_sandbox') wrong++
      for (const client of others) if ((await client.get('me')).body?.customer?.name === undefined) wrong++
      for (const [nth, client] of mine.entries()) {
        // What is left in the browser is sent to another sandbox.
        const strange = others[nth]!.copy()
        strange.copyFrom(client)
        if ((await strange.get('me')).status !== 401) wrong++
      }
      const fresh = await stage.owner()
      for (const lane of LANES) await stage.signedIn(lane, fresh)
      return { tried: '3 lanes', lost: wrong, ok: wrong === 0, note: '' }
    }),
} satisfies Fault
