/**
 * jwt: the access token of one device, in memory only (RFC 9700 section 4.14, OWASP: not in localStorage), sent as
 * Bearer (RFC 6750 section 2.1). Renewed with the refresh cookie, one tab at a time: a refresh token is good for one use.
 */
import type { Carrier } from './carrier'
import { heldIn, noteHeld, noteRenewal, renewalsOf } from './hints'
import { type Answer, isOk, send } from './http'
import type { VisitorDevice } from './live-types'
import { hear, tell, withLock } from './tabs'

export interface Bearer extends Carrier {
  /**
   * Asks for a new access token whether or not the old one has expired. A refusal leaves the old one as it is.
   * null: nothing was asked, because it was refused before or another tab did it meanwhile.
   */
  renew(): Promise<Answer | null>
  close(): void
}

interface Issued {
  accessToken?: string
}

/** How long a tab that waited for the lock waits for the token that another tab got. */
const HANDOVER = 250

export function createBearer(sandbox: string, device: VisitorDevice): Bearer {
  const url = `/api/jwt/${sandbox}/${device}/refresh`
  let token: string | null = null
  let renewals = 0
  /** The family was refused: asking again cannot help, but the access token may live on. */
  let over = false
  let arrived = () => {}

  const close = hear((message) => {
    if (message.kind !== 'token' || message.sandbox !== sandbox || message.device !== device) return
    take(message.token, message.renewals)
    arrived()
  })

  function take(next: string | null, count: number) {
    token = next
    renewals = count
    over = false
  }

  function keep({ body }: Answer) {
    const issued = (body as Issued | null)?.accessToken
    if (!issued) return
    take(issued, noteRenewal(sandbox, device))
    tell({ kind: 'token', sandbox, device, token, renewals })
  }

  function drop() {
    take(null, renewals)
    tell({ kind: 'token', sandbox, device, token, renewals })
  }

  /** Another tab has renewed, and its message is on the way. */
  function handover(): Promise<void> {
    if (token === null || renewalsOf(sandbox, device) <= renewals) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, HANDOVER)
      arrived = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  /** null: another tab has done it meanwhile. */
  function renew(): Promise<Answer | null> {
    const stale = token
    return withLock(`remember-me:refresh:${sandbox}:${device}`, async () => {
      if (token === stale) await handover()
      if (token !== stale) return null
      const answer = await send(url, { method: 'POST', keepalive: true })
      keep(answer)
      if (answer.status === 401) over = true
      return answer
    })
  }

  const headers = (): Record<string, string> => (token ? { Authorization: `Bearer ${token}` } : {})

  return {
    keep,
    drop,
    renew: async () => (over ? null : renew()),
    close,
    headers,
    async prepare() {
      if (token !== null || over || !heldIn(sandbox, 'jwt', device)) return
      await renew()
      if (over) noteHeld(sandbox, 'jwt', device, null)
    },
    async recover({ code }, sent, signingIn) {
      if (code !== 'credential_expired' && code !== 'credential_refused') return false
      if (sent.Authorization !== headers().Authorization) return true
      if (code === 'credential_expired' && !over) {
        const answer = await renew()
        if (!answer || isOk(answer)) return true
        if (!over) return false
      }
      // A sign-in needs no credential; a bad one would only stand in its way.
      if (signingIn) drop()
      return signingIn
    },
  }
}
