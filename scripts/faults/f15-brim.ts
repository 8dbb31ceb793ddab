import { readSetCookie } from '../../lib/cookies/set-cookie.ts'
import type { Fault } from './fault.ts'
import { PRODUCTS } from './products.ts'
import { onStage } from './stage.ts'

/** RFC 6265bis section 5.6 step 5: octets of name and value. */
const MOST = 4096

export default {
  id: 'F15',
  title: 'a cart at the brim of its cookie',
  goal: '150 products or more fit; then 409, and never a cookie that a browser would drop',
  run: () =>
    onStage(async (stage) => {
      await stage.start()
      const client = await stage.signedIn('cookie', await stage.owner())
      let largest = 0
      let fitted = 0
      let refusal = null
      for (const sku of PRODUCTS) {
        const { status, body, setCookie } = await client.add(sku)
        for (const line of setCookie) largest = Math.max(largest, readSetCookie(line).octets)
        if (status === 200) fitted++
        else refusal ??= body?.code
      }
      const kept = (await client.get('cart')).body.lines.length
      const ok =
        largest <= MOST &&
        fitted >= 150 &&
        kept === fitted &&
        (refusal === 'cart_full' || fitted === PRODUCTS.length)
      const note = `${fitted} products, largest cookie ${largest} octets, then ${refusal ?? 'nothing more to add'}`
      return { tried: `${PRODUCTS.length} adds`, lost: fitted - kept, ok, note }
    }),
} satisfies Fault
