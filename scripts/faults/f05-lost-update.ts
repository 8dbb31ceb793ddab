import type { Fault } from './fault.ts'
import { PRODUCTS } from './products.ts'
import { onStage, times } from './stage.ts'

export default {
  id: 'F5',
  title: 'eight adds at once in the cookie lane',
  goal: 'the declared lost update shows each time, and the cart never has more than was added',
  run: ({ quick }) =>
    onStage(async (stage) => {
      const runs = quick ? 10 : 100
      await stage.start()
      let shown = 0
      let odd = 0
      for (let nth = 0; nth < runs; nth++) {
        const client = await stage.guest('cookie')
        const tabs = Array.from({ length: 8 }, () => client.copy())
        const answers = await times(8, (index) => tabs[index]!.add(PRODUCTS[index]))
        const last = tabs.at(-1)!
        const there = (await last.get('cart')).body.lines.length - 1
        if (answers.some(({ status }) => status !== 200) || there > 8 || there < 1) odd++
        if (there < 8) shown++
      }
      return {
        tried: `${runs} runs`,
        lost: odd,
        ok: shown === runs && odd === 0,
        note: `shown in ${shown}; lost: odd answers`,
      }
    }),
} satisfies Fault
