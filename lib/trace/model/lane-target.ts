/** Which lane a request target means, and what is asked of it. */

import { BoundedMap } from '@/lib/process/bounded-map'
import { DEVICES, type Device, STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import type { Action } from './exchange'

export interface LaneTarget {
  strategy: StrategyName
  sandbox: string
  device: Device
  /** Without query and dots, escapes as they were sent: a cookie's Path is compared with it so (RFC 6265bis section 5.1.4). */
  path: string
  action: Action
}

const LANE = new RegExp(`^/api/(${STRATEGIES.join('|')})/([^/]+)/([^/]+)(?:/(.*))?$`)
const SANDBOX = /^[\w-]{11}$/

/** The same few are asked for again and again. */
const known = new BoundedMap<string, LaneTarget>(200)

/**
 * null: not of the data plane. As the framework finds a route: the fixed parts of a path count as they are written, an escape in one of
 * them makes it another path. Only what stands in the place of a name (`[sandbox]`) is decoded.
 */
export function laneTarget(method: string, target: string): LaneTarget | null {
  const asked = `${method} ${target}`
  const found = known.get(asked)
  if (found) return found
  const read = readTarget(method, target)
  return read && known.keep(asked, read)
}

function readTarget(method: string, target: string): LaneTarget | null {
  const path = withoutDots(pathOf(target))
  const [, lane, ...names] = LANE.exec(path) ?? []
  const [sandbox, device] = names.slice(0, 2).map((name) => decoded(name ?? ''))
  if (!lane || !sandbox || !SANDBOX.test(sandbox) || !isDevice(device)) return null
  const strategy = lane as StrategyName
  const action = actionOf(strategy, method === 'HEAD' ? 'GET' : method, names[2] ?? '')
  return { strategy, sandbox, device, path, action }
}

const isDevice = (name: string | undefined): name is Device => DEVICES.some((device) => device === name)

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

/** An escape that does not decode is left as it is: it is refused. */
function decoded(name: string): string {
  if (!name.includes('%')) return name
  try {
    return decodeURIComponent(name)
  } catch {
    return name
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

/** What no route takes is `other`: it came to the shop's address, and was no act of the shop. */
function actionOf(strategy: StrategyName, method: string, rest: string): Action {
  const action = ACTIONS.find(([verb, form]) => verb === method && form.test(rest))?.[2]
  return action === undefined || (action === 'refresh' && strategy !== 'jwt') ? 'other' : action
}
