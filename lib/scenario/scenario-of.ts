/** The acts that led to a step, from what was recorded. Pure. */

import type { Column } from '@/lib/reading/timeline/steps-of'
import type { VisitorDevice } from '@/lib/reading/visitor-device'
import { fieldsOf, rowOf } from '@/lib/shop/operations'
import type { StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'
import { type Lanes, type ScenarioAct, USERS, type User } from './acts'

/**
 * Columns up to and with the chosen step. Of several lanes, the acts of the one that had most: a lockstep that a slow answer has
 * torn apart is still one act. Reads are left out: the page does them by itself.
 */
export function scenarioOf(columns: readonly Column[], lanes: Lanes): ScenarioAct[] {
  const stories = lanes.map((lane) => storyOf(columns, lane))
  return stories.reduce((longest, one) => (one.length > longest.length ? one : longest), [])
}

function storyOf(columns: readonly Column[], lane: StrategyName): ScenarioAct[] {
  const acts: ScenarioAct[] = []
  let device: VisitorDevice = 'laptop'
  let ahead = 0
  for (const column of columns) {
    if (column.kind === 'desk') acts.push(...forUser('force-sign-out', column.act.email))
    else if (column.kind === 'act') {
      const { offsetSeconds = ahead } = column.act
      if (offsetSeconds > ahead) acts.push({ do: 'clock', seconds: offsetSeconds - ahead })
      ahead = offsetSeconds
    } else {
      const exchange = column.step.exchanges[lane]
      const act = exchange && actOf(exchange)
      if (!act || exchange.device === 'attacker') continue
      if (exchange.device !== device) acts.push({ do: 'device', device: exchange.device })
      device = exchange.device
      acts.push(act)
    }
  }
  return acts
}

/** A sign-in that was refused is left out: the right password is not in a link. */
function actOf(exchange: Exchange): ScenarioAct | null {
  const { action, sent, response } = exchange
  const said: Readonly<Record<string, unknown>> = { sku: skuIn(exchange), quantity: 1, ...sentIn(exchange) }
  if (action === 'sign-in')
    return response?.status === 200 ? (forUser(action, String(said.email))[0] ?? null) : null
  const row = rowOf(action)
  if (!row?.link || action === 'cart.read' || (!sent && Object.keys(row.takes ?? {}).length > 0)) return null
  const fields = fieldsOf(row)
  if (!fields.every((name) => SAYABLE[name]?.(said[name]))) return null
  return { do: row.link, ...Object.fromEntries(fields.map((name) => [name, said[name]])) } as ScenarioAct
}

/** A form is none of this page's. */
const sentIn = ({ sent }: Exchange) =>
  JSON.parse(sent?.text.startsWith('{') ? sent.text : '{}') as Record<string, unknown>

/** `…/cart/items/{sku}`, as it stands: no product has a name that needs an escape. */
const skuIn = ({ request }: Exchange) => request.target.split('?')[0]!.split('/')[7] ?? ''

/** What a link can say (parse.ts, which comes only when there is something to read). */
const SAYABLE: Readonly<Record<string, (value: unknown) => boolean>> = {
  sku: (value) => typeof value === 'string' && /^[a-z][a-z0-9-]{0,39}$/.test(value),
  quantity: (value) => QUANTITIES.some((one) => one === value),
}
const QUANTITIES = Array.from({ length: 99 }, (_, i) => i + 1)

function forUser(act: 'sign-in' | 'force-sign-out', email: string): ScenarioAct[] {
  const user: User | undefined = USERS.find((one) => email.startsWith(`${one}@`))
  return user ? [{ do: act, user }] : []
}
