/**
 * jwt: the access token of one device, sent as Bearer (RFC 6750 section 2.1). It lies in memory, or with the dial
 * `carrier` in localStorage; in a cookie the browser carries it, and the page never sees it. Renewed with the
 * refresh cookie, one tab at a time: a refresh token is good for one use (RFC 9700 section 4.14.2).
 */

import type { VisitorDevice } from '@/lib/reading/visitor-device'
import { heldIn, isInCookie, noteHeld, noteInCookie, noteRenewal, renewalsOf } from '../connection/hints'
import { withLock } from '../connection/locks'
import { hear, type TabMessage, tell } from '../connection/tabs'
import { useLive } from '../state/store'
import type { LiveState } from '../state/types'
import type { Carrier } from './carrier'
import { type Answer, isOk, send } from './http'
import { storedToken, storeToken } from './token-place'

/** How long a tab that waited for the lock waits for the token that another tab got. Milliseconds. */
const HANDOVER = 250

interface Issued {
  /** Absent where a cookie carries it. */
  accessToken?: string
  expiresIn?: number
}

const dialsNow = () => useLive.getState().dials.jwt

export class Bearer implements Carrier {
  private token: string | null = null
  /** As of the token: to see in hints.ts that another tab has a newer one. */
  private renewals = 0
  /** As of the request that is under way: which cookie went along, the page cannot see. */
  private renewalsThen = 0
  /** The family was refused: asking again cannot help, but the access token may live on. */
  private over = false
  private closed = false
  private arrived = () => {}
  private readonly leave: (() => void)[]

  constructor(
    private readonly sandbox: string,
    private readonly device: VisitorDevice,
  ) {
    this.leave = [
      hear((message) => this.heard(message)),
      useLive.subscribe((now, before) => this.turned(now, before)),
    ]
  }

  /** The sandbox is left. */
  close(): void {
    this.closed = true
    for (const stop of this.leave) stop()
    storeToken(this.sandbox, this.device, null)
  }

  headers(): Record<string, string> {
    const token = this.held()
    return token ? { Authorization: `Bearer ${token}` } : {}
  }

  holds(): boolean {
    return this.held() !== null || isInCookie(this.sandbox, this.device)
  }

  async prepare(): Promise<void> {
    this.renewalsThen = renewalsOf(this.sandbox, this.device)
    if (!this.isMissing() || !heldIn(this.sandbox, 'jwt', this.device)) return
    await this.renew()
    if (this.isOver()) noteHeld(this.sandbox, 'jwt', this.device, null)
  }

  async recover({ code }: Answer, sent: Record<string, string>, signingIn: boolean) {
    if (code !== 'credential_expired' && code !== 'credential_refused') return null
    if (sent.Authorization !== this.headers().Authorization) return 'again'
    if (code === 'credential_expired' && !this.isOver()) {
      const answer = await this.renew(this.renewalsThen)
      if (!answer || isOk(answer)) return 'again'
      if (!this.isOver()) return answer
    }
    if (!signingIn) return null
    // A sign-in needs no credential; a bad one would only stand in its way.
    this.drop()
    return 'again'
  }

  keep({ body }: Answer): void {
    const { accessToken = null, expiresIn } = (body ?? {}) as Issued
    // What comes for a sandbox that was left would be written where the new one's is.
    if (expiresIn === undefined || this.closed) return
    this.take(accessToken, noteRenewal(this.sandbox, this.device))
    noteInCookie(this.sandbox, this.device, accessToken === null)
    this.tellOthers()
  }

  drop(): void {
    this.take(null, this.renewals)
    noteInCookie(this.sandbox, this.device, false)
    this.tellOthers()
  }

  /**
   * Asks for a new access token whether or not the old one has expired. A refusal leaves the old one as it is.
   * null: nothing was asked, because it was refused before or another tab did it meanwhile.
   * @param seen how many renewals there were when it was found that one is needed
   */
  async renew(seen = renewalsOf(this.sandbox, this.device)): Promise<Answer | null> {
    const { sandbox, device } = this
    const stale = this.held()
    if (this.isOver()) return null
    return withLock(`remember-me:refresh:${sandbox}:${device}`, async (waited) => {
      // What the other tab wrote down may be longer on its way than the lock. Its cookie is in the browser: the next request tells.
      const asked = waited && dialsNow().carrier === 'cookie'
      return asked || (await this.renewedElsewhere(stale, seen)) ? null : this.refresh()
    })
  }

  private isOver() {
    return this.over || dialsNow().refresh === 'none'
  }

  private async refresh(): Promise<Answer> {
    const { sendExpired, cartIn } = dialsNow()
    const answer = await send(`/api/jwt/${this.sandbox}/${this.device}/refresh`, {
      method: 'POST',
      keepalive: true,
      // What is in the claims of the old token is nowhere else.
      ...((sendExpired || cartIn === 'claims') && { headers: this.headers() }),
    })
    this.keep(answer)
    if (answer.status === 401) this.over = true
    return answer
  }

  private held(): string | null {
    const { carrier } = dialsNow()
    if (carrier === 'cookie') return null
    if (carrier === 'local-storage') this.token ??= storedToken(this.sandbox, this.device)
    return this.token
  }

  private isMissing(): boolean {
    if (dialsNow().carrier === 'cookie') return !isInCookie(this.sandbox, this.device)
    return this.held() === null
  }

  private async renewedElsewhere(stale: string | null, seen: number): Promise<boolean> {
    const { carrier } = dialsNow()
    if (carrier === 'cookie') return renewalsOf(this.sandbox, this.device) > seen
    if (carrier === 'local-storage') this.token = storedToken(this.sandbox, this.device) ?? this.token
    if (this.token === stale) await this.handover()
    return this.token !== stale
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
    const { carrier } = dialsNow()
    this.token = token
    this.renewals = renewals
    this.over = false
    if (carrier === 'local-storage') storeToken(this.sandbox, this.device, token)
  }

  private tellOthers() {
    const { sandbox, device, token, renewals } = this
    tell({ kind: 'token', sandbox, device, token, renewals })
  }

  /** A token that is there moves to its new place; into a cookie only the server can put one. */
  private turned({ dials: { jwt: now } }: LiveState, { dials: { jwt: before } }: LiveState) {
    if (now === before) return
    this.over = false
    if (now.carrier === before.carrier) return
    if (now.carrier === 'cookie') this.token = null
    if (now.carrier !== 'local-storage') storeToken(this.sandbox, this.device, null)
    else if (this.token) storeToken(this.sandbox, this.device, this.token)
  }
}
