/**
 * Sends a text of the visitor's as the credential of a lane, into the visitor's own sandbox: a real request from this server to
 * itself, past the same wire tap, because no page may write a Cookie field. What may be read with it is fixed: who is it, or the cart.
 */
import { z } from 'zod'
import { sendRecorded } from '@/lib/client/self'
import { ShopClient } from '@/lib/client/shop-client'
import { nameHere } from '@/lib/http/cookies'
import { json, problem } from '@/lib/http/problem'
import { takeBench } from '@/lib/sandbox/limits'
import { type OwnerCall, ownedWrite, tooMany } from '@/lib/sandbox/owner/control'
import { provingCookie } from '@/lib/strategies/lanes'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { maskExchange } from '@/lib/trace/export/mask'
import { recorded } from '@/lib/trace/publish/recorded'
import { BENCH_PATHS } from './bench-paths'

/** Printable ASCII, as a field value may be; no line end, so that it stays one field (RFC 9110 section 5.5). */
const Credential = z
  .string()
  .max(4096)
  .regex(/^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/)

const Presented = z.strictObject({
  strategy: z.enum(STRATEGIES),
  credential: Credential,
  operation: z.enum(BENCH_PATHS),
})
type Presented = z.infer<typeof Presented>

/** As much of an answer's body as is told. */
const MOST_BODY = 4096

export const presentCredential = ownedWrite(Presented, async (call) => {
  const wait = await takeBench(call.sandbox.id)
  if (wait) return tooMany(wait, call.request)
  const reply = await present(call)
  return reply ? json(told(reply)) : problem('try_again')
})

type Reply = Awaited<ReturnType<typeof sendRecorded>>

/** null: no answer came. */
async function present({ sandbox, timeline, body }: OwnerCall<Presented>): Promise<Reply | null> {
  const { strategy, credential, operation } = body
  const client = new ShopClient({
    ...{ strategy, sandbox: sandbox.id, device: 'attacker', nameOf: nameHere },
    transport: (asked) => sendRecorded(asked, 'attacker', (userAgent) => recorded(timeline, userAgent)),
  })
  const inCookie = strategy === 'jwt' && sandbox.dials.jwt.carrier === 'cookie'
  client.present(credential, ...(inCookie ? [provingCookie(strategy)] : []))
  try {
    return await client.get(operation)
  } catch {
    return null
  }
}

/** `body` as text: it is shown, and nothing is made of it. */
const told = ({ status, text, exchange }: Reply) => ({
  status,
  body: text.slice(0, MOST_BODY),
  exchange: exchange && maskExchange(exchange),
})
