import { type FetchFailure, fetchWhole } from '@/app/_live/requests/fetch-whole'
import { useLive } from '@/app/_live/state/store'
import { copyText } from '@/app/_ui/copy-text'
import { type Curl, curlOf } from '@/lib/trace/export/curl'

/** `failed`: the browser does not let the page write to the clipboard. */
export type CopyOutcome = Curl['body'] | FetchFailure | 'failed'

/**
 * The command needs the real credential: it is fetched for this one copy and not kept.
 * @param list where the server keeps it; passwords are known of the visitor's own timeline only
 */
export async function copyAsCurl(id: string, list?: string): Promise<CopyOutcome> {
  const whole = await fetchWhole(id, list)
  if (typeof whole === 'string') return whole
  const { users } = useLive.getState()
  const passwordOf = (email: string) => users.find((user) => user.email === email)?.password ?? null
  const own = list === undefined && { passwordOf }
  const { text, body } = curlOf(whole, { origin: location.origin, ...own })
  return (await copyText(text)) ? body : 'failed'
}
