import type { Exchange } from '@/lib/trace/model/exchange'
import { control } from './control'
import { isOk } from './http'

/** `gone`: the server says that it has it no more. `not-now`: no answer, or another one. */
export type FetchFailure = 'gone' | 'not-now'

/** The unmasked exchange. @param list where the server keeps it: the visitor's own timeline, or that of a lab's run */
export async function fetchWhole(
  id: string,
  list = '/api/sandbox/exchanges',
): Promise<Exchange | FetchFailure> {
  const path = `${list.replace('/api/sandbox', '')}/${encodeURIComponent(id)}`
  const answer = await control<Exchange>('GET', path)
  if (isOk(answer) && answer.body) return answer.body
  return answer.code === 'not_found' ? 'gone' : 'not-now'
}
