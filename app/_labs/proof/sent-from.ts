/** The terminal's lines of a browser lab: what this browser has sent, as the server recorded it. */

import { isOk, send } from '@/app/_live/requests/http'
import type { RunReport } from '@/lib/labs/run/run'
import type { SentLine } from '@/lib/labs/run/sent-line'
import type { StrategyName } from '@/lib/strategies/strategy'
import { curlOf } from '@/lib/trace/export/curl'
import type { Exchange } from '@/lib/trace/model/exchange'
import { exchangesOf } from '../run/run-state'

/** @param after number of the last exchange that is known already */
export async function sentSince(
  run: RunReport,
  lane: StrategyName,
  after: number,
  act: string | null,
): Promise<{ lines: SentLine[]; seen: number }> {
  const url = `${exchangesOf(run, lane)}?after=${after}`
  const answer = await send<{ exchanges: Exchange[] }>(url, { method: 'GET' })
  const exchanges = isOk(answer) ? (answer.body?.exchanges ?? []) : []
  return { lines: exchanges.map((one) => lineOf(one, act)), seen: exchanges.at(-1)?.seq ?? after }
}

/** The body of an answer is not recorded. */
function lineOf(exchange: Exchange, act: string | null): SentLine {
  const { strategy, device, id, request, response, cost } = exchange
  const type = response?.headers.find(([name]) => name.toLowerCase() === 'content-type')
  return {
    lane: strategy,
    device,
    act,
    exchange: id,
    method: request.method,
    command: curlOf(exchange, { origin: location.origin }).text,
    status: response?.status ?? 0,
    contentType: type?.[1] ?? null,
    body: '',
    micros: cost.micros,
  }
}
