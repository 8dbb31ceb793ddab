/** What may prevent an answer and is no bug: a database that is gone, a sandbox that has ended meanwhile, one that is full. */
import { type ProblemExtra, problem } from '@/lib/http/problem'
import { tellDatabaseTrouble } from '@/lib/log/trouble'
import { isDatabaseUnavailable, isRowOfNothing, isSandboxFull } from './client'

/**
 * null: it is something else.
 * @param gone with the answer that there is no sandbox: it was deleted while this request was on its way, and there is nothing left to
 * hang a row on
 */
export function troubleAnswer(error: unknown, gone: ProblemExtra = {}): Response | null {
  if (isRowOfNothing(error)) return problem('no_sandbox', gone)
  if (isSandboxFull(error)) return problem('sandbox_full')
  if (!isDatabaseUnavailable(error)) return null
  tellDatabaseTrouble(error)
  return problem('database_unavailable', { headers: { 'Retry-After': '2' } })
}
