/** Which lane a request target means, and what is asked of it. */

import { BoundedMap } from '@/lib/process/bounded-map'
import { SANDBOX_NAME } from '@/lib/process/cell-name'
import { type Action, OPERATION_ROWS } from '@/lib/shop/operations'
import { DEVICES, type Device, STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'

export interface LaneTarget {
  strategy: StrategyName
  sandbox: string
  device: Device
  /** Without query and dots, escapes as they were sent: a cookie's Path is compared with it so (RFC 6265bis section 5.1.4). */
  path: string
  action: Action
}

const LANE = new RegExp(`^/api/(${STRATEGIES.join('|')})/([^/]+)/([^/]+)(?:/(.*))?$`)

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
  if (!lane || !sandbox || !SANDBOX_NAME.test(sandbox) || !isDevice(device)) return null
  const strategy = lane as StrategyName
  const action = actionAt(strategy, method === 'HEAD' ? 'GET' : method, names[2] ?? '')
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

const FORMS = OPERATION_ROWS.map(([name, row]) => ({
  ...row,
  action: (row.toldAs ?? name) as Action,
  parts: row.path.split('/'),
}))

export const ACTIONS: readonly Action[] = [...new Set(FORMS.map(({ action }) => action)), 'other']

/** What no route takes is `other`. */
function actionAt(strategy: StrategyName, method: string, rest: string): Action {
  const parts = rest.split('/')
  const form = FORMS.find((one) => one.method === method && isOf(one.parts, parts))
  return form && (!form.only || form.only === strategy) ? form.action : 'other'
}

/** The place of a name takes whatever is not empty. */
const isOf = (form: readonly string[], parts: readonly string[]) =>
  form.length === parts.length &&
  form.every((part, i) => (part.startsWith('[') ? parts[i] !== '' : parts[i] === part))
