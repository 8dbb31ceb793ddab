import type { ShopClient } from '../../lib/client/shop-client.ts'
import type { Fault } from './fault.ts'
import { onStage } from './stage.ts'

export default {
  id: 'F4',
  title: 'a stolen refresh token used first, second, and three rotations late',
  goal: 'the family is dead each time, for the thief and for the owner',
  run: ({ quick }) =>
    onStage(async (stage) => {
      const each = quick ? 10 : 100
      await stage.start()
      let alive = 0
      for (const attack of [first, second, late])
        for (let nth = 0; nth < each; nth += 25) {
          const owner = await stage.owner()
          for (let part = nth; part < Math.min(each, nth + 25); part++)
            alive += await attack(await stage.signedIn('jwt', owner))
        }
      return {
        tried: `${3 * each} thefts`,
        lost: alive,
        ok: alive === 0,
        note: 'lost: families that lived on',
      }
    }),
} satisfies Fault

async function first(owner: ShopClient) {
  const thief = owner.copy()
  await thief.post('refresh')
  await owner.post('refresh')
  return stillAlive(owner, thief)
}

async function second(owner: ShopClient) {
  const thief = owner.copy()
  await owner.post('refresh')
  await thief.post('refresh')
  return stillAlive(owner, thief)
}

async function late(owner: ShopClient) {
  const thief = owner.copy()
  for (let nth = 0; nth < 3; nth++) await owner.post('refresh')
  await thief.post('refresh')
  return stillAlive(owner, thief)
}

async function stillAlive(...clients: ShopClient[]) {
  const answers = await Promise.all(clients.map((client) => client.post('refresh')))
  return answers.some(({ status }) => status === 200) ? 1 : 0
}
