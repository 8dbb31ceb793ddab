/** The control plane knows no key of this browser: is there still a sandbox? Fetched when that is the case. */
import { isOk, send } from '../requests/http'
import { useLive } from '../state/store'
import { type NoSandboxBody, noteEnded, phaseOf } from './no-sandbox'

let looking: string | null = null

/** The shop knows the sandbox by its name, whoever asks: it says whether there still is one. */
export async function noteNoKey(body: NoSandboxBody): Promise<void> {
  const { sandbox, phase: now } = useLive.getState()
  const phase = phaseOf(body)
  if (!sandbox || now === 'ended' || looking === sandbox.id) return
  if (phase === 'ended') return noteEnded()
  looking = sandbox.id
  const answer = await send(`/api/cookie/${sandbox.id}/laptop/me`, { method: 'GET' })
  looking = null
  if (useLive.getState().sandbox?.id !== sandbox.id) return
  if (answer.code === 'no_sandbox') noteEnded()
  else if (isOk(answer) || answer.status === 401) useLive.setState({ phase })
}
