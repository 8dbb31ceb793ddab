/** Which lane a request target means, and what is asked of it. */
import { DEVICES, type Device, STRATEGIES, type StrategyName } from '../strategies/strategy'
import type { Action } from './exchange'
import { recent } from './recent'

export interface LaneTarget {
  strategy: StrategyName
  sandbox: string
  device: Device
  /** Without query, decoded. */
  path: string
  action: Action
}

const LANE = new RegExp(`^/api/(${STRATEGIES.join('|')})/([\\w-]{11})/(${DEVICES.join('|')})(?:/([^?]*))?$`)

/** The same few are asked for again and again. */
const known = recent<string, LaneTarget>(200)

/** null: not of the data plane. An escape that does not decode is left as it is: it is refused, and recorded. */
export function laneTarget(method: string, target: string): LaneTarget | null {
  const asked = `${method} ${target}`
  const found = known.get(asked)
  if (found) return found
  const read = readTarget(method, target)
  return read && known.keep(asked, read)
}

function readTarget(method: string, target: string): LaneTarget | null {
  const path = decoded(withoutDots(pathOf(target)))
  if (!path.startsWith('/api/')) return null
  const [, strategy, sandbox, device, rest = ''] = LANE.exec(path) ?? []
  if (!strategy || !sandbox || !device) return null
  return {
    strategy: strategy as StrategyName,
    sandbox,
    device: device as Device,
    path,
    action: actionOf(method === 'HEAD' ? 'GET' : method, rest),
  }
}

/** RFC 9112 section 3.2: a target may be a whole URI too. */
export function pathOf(target: string): string {
  const path = target.startsWith('/') ? target : target.replace(/^https?:\/\/[^/?]*/i, '')
  const query = path.indexOf('?')
  return query < 0 ? path : path.slice(0, query)
}

/** As the framework reads it: `/./api/…` means `/api/…`. */
function withoutDots(path: string): string {
  if (!/\/(?:\.|%2e)/i.test(path)) return path
  return URL.parse(`http://localhost${path}`)?.pathname ?? path
}

function decoded(path: string): string {
  if (!path.includes('%')) return path
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

const ACTIONS: [method: string, rest: RegExp, action: Action][] = [
  ['GET', /^me$/, 'me'],
  ['GET', /^cart$/, 'cart.read'],
  ['POST', /^cart\/items$/, 'cart.add'],
  ['PATCH', /^cart\/items\/[^/]+$/, 'cart.change'],
  ['DELETE', /^cart\/items\/[^/]+$/, 'cart.remove'],
  ['POST', /^sign-in$/, 'sign-in'],
  ['POST', /^sign-out$/, 'sign-out'],
  ['POST', /^checkout$/, 'checkout'],
  ['GET', /^orders$/, 'orders'],
  ['GET', /^devices$/, 'devices'],
  ['DELETE', /^devices(\/[^/]+)?$/, 'devices.end'],
  ['POST', /^password$/, 'password'],
  ['POST', /^refresh$/, 'refresh'],
]

function actionOf(method: string, rest: string): Action {
  return ACTIONS.find(([verb, form]) => verb === method && form.test(rest))?.[2] ?? 'other'
}
