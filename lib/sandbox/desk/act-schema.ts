/** What an owner may ask for, as it comes in. */
import { z } from 'zod'
import { STRATEGIES } from '@/lib/strategies/strategy'

const email = z.string().max(254)
const strategy = z.enum(STRATEGIES)

export const Act = z.discriminatedUnion('act', [
  z.object({ act: z.enum(['purge', 'purge-expired']) }),
  z.object({ act: z.literal('restart') }),
  z.object({ act: z.literal('rotate-keys'), strategy, keepPrevious: z.boolean() }),
  z.object({ act: z.literal('force-sign-out-device'), strategy, id: z.string().max(64) }),
  z.object({ act: z.literal('force-sign-out-everyone'), strategy }),
  z.object({ act: z.enum(['promote', 'demote']), email }),
  z.object({ act: z.literal('set-discount'), email, discount: z.int().min(0).max(100) }),
])
export type Act = z.infer<typeof Act>
