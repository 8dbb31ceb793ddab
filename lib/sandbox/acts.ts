/** What an owner may do to a sandbox from outside of the lanes. */
import { z } from 'zod'
import { db } from '../db'
import { STRATEGIES } from '../strategies/strategy'
import type { Timeline } from '../trace/timeline'
import type { OwnedSandbox } from './sandbox'
import { publishStored } from './stored'

const email = z.string().max(254)

export const Act = z.discriminatedUnion('act', [
  z.object({ act: z.literal('purge') }),
  z.object({ act: z.literal('restart') }),
  z.object({ act: z.literal('rotate-keys'), strategy: z.enum(STRATEGIES), keepPrevious: z.boolean() }),
  z.object({ act: z.enum(['promote', 'demote']), email }),
  z.object({ act: z.literal('set-discount'), email, discount: z.int().min(0).max(100) }),
])
export type Act = z.infer<typeof Act>

export type Acted =
  | { ok: true; answer: object }
  | { ok: false; code: 'not_possible' | 'no_sandbox' | 'unknown_user' }

export async function act(sandbox: OwnedSandbox, timeline: Timeline, wanted: Act): Promise<Acted> {
  switch (wanted.act) {
    case 'purge':
      return done(wanted, { removed: await purge(sandbox.id, timeline) })
    case 'restart':
      return (await sandbox.reload()) ? done(wanted) : { ok: false, code: 'no_sandbox' }
    case 'rotate-keys':
      return rotate(sandbox, timeline, wanted)
    default:
      return changeUser(sandbox, wanted)
  }
}

/** Every row of the lanes. Users and orders are the shop's business data and stay. */
async function purge(sandboxId: string, timeline: Timeline) {
  const where = { sandboxId }
  await db().spentRefreshToken.deleteMany({ where: { family: where } })
  const { count: families } = await db().refreshFamily.deleteMany({ where })
  const { count: sessions } = await db().session.deleteMany({ where })
  const { count: carts } = await db().cart.deleteMany({ where })
  timeline.noteDesk({ type: 'purged' })
  await publishStored(sandboxId, timeline)
  return { sessions, families, carts }
}

async function rotate(
  sandbox: OwnedSandbox,
  timeline: Timeline,
  wanted: Extract<Act, { act: 'rotate-keys' }>,
): Promise<Acted> {
  const { strategy, keepPrevious } = wanted
  // A random id is checked against a row and not with a key.
  if (strategy === 'session') return { ok: false, code: 'not_possible' }
  const generation = await sandbox.rotateKeys(strategy, keepPrevious)
  timeline.ledger.drop(strategy, ({ place }) => place === 'key')
  return done(wanted, { generation })
}

async function changeUser({ users }: OwnedSandbox, wanted: Extract<Act, { email: string }>): Promise<Acted> {
  const user = users.byEmail(wanted.email)
  if (!user) return { ok: false, code: 'unknown_user' }
  if (wanted.act === 'set-discount') await users.setDiscount(user.id, wanted.discount)
  else await users.setRole(user.id, wanted.act === 'promote' ? 'support' : 'customer')
  return done(wanted, { user: users.find(user.id) })
}

const done = (wanted: Act, more: object = {}): Acted => ({ ok: true, answer: { act: wanted.act, ...more } })
