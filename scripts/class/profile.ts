// By whose code the main thread of the server is busy while a class acts.
import { COLLECTOR, ownerOfNode, type ProfileNode, placeOf, profiled, REST, sumsBy } from '../cpu-profile.ts'
import { inspect } from '../inspect.ts'

/** Microseconds between two samples. */
const INTERVAL = 250
const MOST_FUNCTIONS = 40
/** Less is summed up. */
const LEAST_SHARE = 0.004

/** Others' code; the first that fits. */
const OTHERS: [name: string, form: RegExp][] = [
  ['Prisma', /@prisma|generated\/prisma|\bprisma\b/],
  ['libSQL, SQLite', /libsql|async-mutex|better-sqlite3|node:sqlite/],
  ['iron-session, jose, WebCrypto', /iron-|\/jose\/|uncrypto|internal\/crypto|node:crypto/],
  ['zod', /\/zod\//],
  ['rate-limiter-flexible', /rate-limiter/],
  ['pino', /pino|sonic-boom|thread-stream/],
  ['Next.js, React', /^next|node_modules\/(?:next|react|scheduler|use-intl|next-intl)/],
  ['Node', /^node:/],
]

export interface Profile {
  /** Milliseconds of the main thread, by whose code it is, the most first. */
  owners: [name: string, milliseconds: number][]
  functions: [name: string, milliseconds: number][]
  requests: number
}

/** @param port of the inspector @param work answers how many requests it was */
export async function profileOf(port: number, work: () => Promise<number>): Promise<Profile> {
  const session = await inspect(port)
  try {
    let requests = 0
    const profile = await profiled(session, INTERVAL, async () => {
      requests = await work()
    })
    const owners = sorted(sumsBy(profile, groupOf))
    const functions = sorted(
      sumsBy(profile, ({ callFrame }) => {
        if (callFrame.functionName === '(idle)') return null
        const { file, line } = placeOf(callFrame)
        return `${callFrame.functionName || '(anonymous)'} ${file && `${file}:${line}`}`
      }),
    )
    return { owners: withoutCrumbs(owners), functions: functions.slice(0, MOST_FUNCTIONS), requests }
  } finally {
    session.close()
  }
}

/** Without a script on the stack: sockets, files, what threads hand over. */
const OUTSIDE = 'native code outside of scripts'

const groupOf = (node: ProfileNode) =>
  node.callFrame.functionName === '(program)' ? OUTSIDE : ownerOfNode(node, ownerOf)

/** Ours by room: app/api, lib/trace, … */
export function ownerOf(file: string): string {
  const other = OTHERS.find(([, form]) => form.test(file))
  if (other) return other[0]
  const [, room] = /^((?:app|lib)\/[^/]+)/.exec(file) ?? []
  if (room) return room
  if (/^(?:proxy|instrumentation)/.test(file)) return 'app/proxy, start'
  return file.includes('node_modules/') ? 'other packages' : REST
}

const sorted = (sums: Map<string, number>): [string, number][] =>
  [...sums].map(([name, sum]): [string, number] => [name, sum / 1000]).toSorted(([, a], [, b]) => b - a)

function withoutCrumbs(owners: [string, number][]): [string, number][] {
  const least = LEAST_SHARE * owners.reduce((sum, [, milliseconds]) => sum + milliseconds, 0)
  const shown = owners.filter(([name, milliseconds]) => milliseconds >= least || name === COLLECTOR)
  const rest = owners.filter((one) => !shown.includes(one))
  const sum = rest.reduce((all, [, milliseconds]) => all + milliseconds, 0)
  return rest.length > 0 ? [...shown, ['less than that each', sum]] : shown
}
