/**
 * jwt: the access token of one device, in memory only, sent as Bearer (RFC 6750 section 2.1). Renewed with the
 * refresh cookie, one tab at a time: a refresh token is good for one use (RFC 9700 section 4.14.2).
 */
import type { Carrier } from './carrier'
import { heldIn, noteHeld, noteRenewal, renewalsOf } from './hints'
import { type Answer, isOk, send } from './http'
import type { VisitorDevice } from './live-types'
import { hear, type TabMessage, tell, withLock } from './tabs'

/** How long a tab that waited for the lock waits for the token that another tab got. Milliseconds. */
const HANDOVER = 250

export class Bearer implements Carrier {
  private token: string | null = null
  /** As of the token: to see in hints.ts that another tab has a newer one. */
  private renewals = 0
  /** The family was refused: asking again cannot help, but the access token may live on. */
  private over = false
  private arrived = () => {}
  readonly close: () => void

  constructor(
    private readonly sandbox: string,
    private readonly device: VisitorDevice,
  ) {
    this.close = hear((message) => this.heard(message))
  }

  headers(): Record<string, string> {
    return this.token ? { Authorization: `Bearer ${this.token}` } : {}
  }

  async prepare(): Promise<void> {
    if (this.token !== null || this.over || !heldIn(this.sandbox, 'jwt', this.device)) return
    await this.renew()
    if (this.over) noteHeld(this.sandbox, 'jwt', this.device, null)
  }

  async recover({ code }: Answer, sent: Record<string, string>, signingIn: boolean) {
    if (code !== 'credential_expired' && code !== 'credential_refused') return null
    if (sent.Authorization !== this.headers().Authorization) return 'again'
    if (code === 'credential_expired' && !this.over) {
      const answer = await this.renew()
      if (!answer || isOk(answer)) return 'again'
      if (!this.over) return answer
    }
    if (!signingIn) return null
    // A sign-in needs no credential; a bad one would only stand in its way.
    this.drop()
    return 'again'
  }

  keep({ body }: Answer): void {
    const issued = (body as { accessToken?: string } | null)?.accessToken
    if (!issued) return
    this.take(issued, noteRenewal(this.sandbox, this.device))
    this.tellOthers()
  }

  drop(): void {
    this.take(null, this.renewals)
    this.tellOthers()
  }

  /**
   * Asks for a new access token whether or not the old one has expired. A refusal leaves the old one as it is.
   * null: nothing was asked, because it was refused before or another tab did it meanwhile.
   */
  async renew(): Promise<Answer | null> {
    const { sandbox, device, token: stale } = this
    if (this.over) return null
    return withLock(`remember-me:refresh:${sandbox}:${device}`, async () => {
      if (this.token === stale) await this.handover()
      return this.token === stale ? this.refresh() : null
    })
  }

  private async refresh(): Promise<Answer> {
    const answer = await send(`/api/jwt/${this.sandbox}/${this.device}/refresh`, {
      method: 'POST',
      keepalive: true,
    })
    this.keep(answer)
    if (answer.status === 401) this.over = true
    return answer
  }

  /** Another tab has renewed, and its message is on the way. */
  private handover(): Promise<void> {
    if (this.token === null || renewalsOf(this.sandbox, this.device) <= this.renewals)
      return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, HANDOVER)
      this.arrived = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  private heard(message: TabMessage) {
    if (message.kind !== 'token' || message.sandbox !== this.sandbox || message.device !== this.device) return
    this.take(message.token, message.renewals)
    this.arrived()
  }

  private take(token: string | null, renewals: number) {
    this.token = token
    this.renewals = renewals
    this.over = false
  }

  private tellOthers() {
    const { sandbox, device, token, renewals } = this
    tell({ kind: 'token', sandbox, device, token, renewals })
  }
}
