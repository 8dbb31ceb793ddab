/** Reads what a link asks for. Strict: one act that is not known, and none is done. */
import { z } from 'zod'
import { VISITOR_DEVICES } from '@/lib/reading/visitor-device'
import { MOST_ACTS, type ScenarioAct, USERS } from './acts'

const sku = z.string().regex(/^[a-z0-9-]{1,40}$/)
const quantity = z.coerce.number().int().min(1).max(99)

const Act = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('device'), device: z.enum(VISITOR_DEVICES) }),
  z.strictObject({ do: z.enum(['sign-in', 'force-sign-out']), user: z.enum(USERS) }),
  z.strictObject({ do: z.enum(['add', 'change']), sku, quantity }),
  z.strictObject({ do: z.literal('remove'), sku }),
  z.strictObject({ do: z.enum(['sign-out', 'checkout', 'orders', 'read']) }),
  z.strictObject({ do: z.literal('clock'), seconds: z.coerce.number().int().min(1).max(31_536_000) }),
])

/** What follows the colon, by act. */
const OBJECTS: Record<string, (text: string) => object> = {
  device: (device) => ({ device }),
  'sign-in': (user) => ({ user }),
  'force-sign-out': (user) => ({ user }),
  add: item,
  change: item,
  remove: (one) => ({ sku: one }),
  clock: (seconds) => ({ seconds }),
}

function item(text: string): object {
  const [name = '', times = '1', ...more] = text.split('*')
  return more.length > 0 ? {} : { sku: name, quantity: times }
}

export type Parsed =
  | { ok: true; acts: ScenarioAct[] }
  /** `wrong`: the first part that is not known, shortened; null: there are too many, or none. */
  | { ok: false; wrong: string | null }

/** @param text as `askedIn` gives it */
export function parseScenario(text: string): Parsed {
  const parts = decoded(text).split(',')
  if (text === '' || parts.length > MOST_ACTS) return { ok: false, wrong: null }
  const acts: ScenarioAct[] = []
  for (const part of parts) {
    const act = Act.safeParse(objectOf(part))
    if (!act.success) return { ok: false, wrong: part.slice(0, 40) }
    acts.push(act.data)
  }
  return { ok: true, acts }
}

function objectOf(part: string): object {
  const cut = part.indexOf(':')
  if (cut < 0) return { do: part }
  const name = part.slice(0, cut)
  return { do: name, ...(Object.hasOwn(OBJECTS, name) ? OBJECTS[name]!(part.slice(cut + 1)) : { rest: '' }) }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
