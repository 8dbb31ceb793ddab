/** Sends a text in the place of a lane's credential: the server does it, from the device `attacker`. */

import { control } from '@/app/_live/requests/control'
import { isOk } from '@/app/_live/requests/http'
import type { BenchPath } from '@/lib/codec/bench-paths'
import type { StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'

export interface BenchAnswer {
  status: number
  /** As text; it is shown and never made into anything. */
  body: string
  /** null: it was not seen on the wire. */
  exchange: Exchange | null
}

export type SendResult = { ok: true; sent: BenchAnswer } | { ok: false; code: string }

export async function sendText(
  strategy: StrategyName,
  credential: string,
  operation: BenchPath,
): Promise<SendResult> {
  const answer = await control<BenchAnswer>('POST', '/bench', { strategy, credential, operation })
  if (isOk(answer) && answer.body) return { ok: true, sent: answer.body }
  return { ok: false, code: answer.code ?? 'no_answer' }
}
