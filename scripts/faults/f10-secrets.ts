import { randomBytes } from 'node:crypto'
import type { ShopClient } from '../../lib/client/shop-client.ts'
import type { Fault } from './fault.ts'
import { LANES, onStage } from './stage.ts'

const secret = () => randomBytes(32).toString('base64url')

export default {
  id: 'F10',
  title: 'secrets rotated, with and without overlap',
  goal: 'with: nobody notices. Without: a clean 401 where a key is needed, no 5xx, and the session lane goes on',
  run: () =>
    onStage(async (stage) => {
      const [old, next, strange] = [secret(), secret(), secret()]
      const keys = (...list: string[]) => ({ SESSION_PASSWORDS: list.join(), JWT_KEYS: list.join() })
      let wrong = 0
      await stage.start(keys(old))
      const owner = await stage.owner()
      const clients: ShopClient[] = []
      for (const lane of LANES) clients.push(await stage.signedIn(lane, owner))
      const statuses = async () =>
        (await Promise.all(clients.map((client) => client.get('me')))).map(({ status, body }) =>
          body?.customer ? 'known' : status,
        )
      await stage.stop()
      await stage.start(keys(next, old))
      wrong += differ(await statuses(), ['known', 'known', 'known'])
      for (const lane of LANES) await stage.signedIn(lane, owner)
      await stage.stop()
      await stage.start(keys(strange))
      wrong += differ(await statuses(), [401, 'known', 401])
      // The first passwords came from a secret that is gone: a new sandbox has new ones.
      const fresh = await stage.owner()
      for (const lane of LANES) await stage.signedIn(lane, fresh)
      return { tried: '3 lanes × 2', lost: wrong, ok: wrong === 0, note: '' }
    }),
} satisfies Fault

const differ = (found: readonly unknown[], wanted: readonly unknown[]) =>
  found.filter((one, nth) => one !== wanted[nth]).length
