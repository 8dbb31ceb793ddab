import type { Reply } from '../stage/client'
import type { Stage } from './moments'

/** Can whoever holds it read the refresh token, as he reads the access token beside it? Of the session lane, the id. */
export function refreshRead({ laptop, workbench, found }: Stage, signedIn: Reply): void {
  const text = laptop.jar.cookies[0]?.value
  if (text === undefined) {
    found('refresh-read', 'none', signedIn)
    return
  }
  const outcome = workbench.formOf(text) === 'opaque' ? 'nothing-in-it' : 'readable'
  const said = laptop.accessToken ? workbench.readable(laptop.accessToken) : null
  found('refresh-read', outcome, 'credential', { characters: text.length, subject: String(said?.sub ?? '') })
}
