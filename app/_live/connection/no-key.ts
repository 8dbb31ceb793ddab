/** The control plane knows no key of this browser: is there still a sandbox? Fetched when that is the case. */
import { isOk, send } from '../requests/http'
import { isOnScreen, useLive } from '../state/store'
import { type NoSandboxBody, noteEnded, phaseOf } from './no-sandbox'

let looking: string | null = null

/**
 * The shop knows the sandbox by its name, whoever asks: it says whether there still is one.
 * @param sandbox name of the one that was asked of
 */
export async function noteNoKey(sandbox: string, body: NoSandboxBody): Promise<void> {
  const phase = phaseOf(body)
  if (!isOnScreen(sandbox) || useLive.getState().phase === 'ended' || looking === sandbox) return
  if (phase === 'ended') return noteEnded()
  looking = sandbox
  const answer = await send(`/api/cookie/${sandbox}/laptop/me`, { method: 'GET' })
  looking = null
  if (!isOnScreen(sandbox)) return
  if (answer.code === 'no_sandbox') noteEnded()
  else if (isOk(answer) || answer.status === 401) useLive.setState({ phase })
}
