/**
 * An app that is no browser: an HTTP client, and what it does with cookies is set. Its secure storage is a stand-in, a text that the run
 * keeps beside the client; that of a phone is a matter of its system.
 */
import { pathMatches } from '@/lib/cookies/matching'
import { readSetCookie } from '@/lib/cookies/set-cookie'
import type { HeaderLine } from '@/lib/trace/model/exchange'
import type { AppStorage } from '../native/app-storage'
import type { LabClient, Reply } from '../stage/client'

/** `vault`: no jar, and what the sign-in gave is copied by hand, into secure storage. */
export type CookieCare = 'nothing' | 'memory' | 'file' | 'vault'

interface KeptPair {
  text: string
  path: string
}

export class NativeApp {
  /** Secure storage. */
  #vault: KeptPair | null = null
  /** Cookies that came with an end: others are not written down, as the jars of many systems have it. */
  readonly #lasting = new Set<string>()

  constructor(
    readonly client: LabClient,
    readonly keeping: CookieCare,
    readonly storage: AppStorage,
  ) {}

  add = (sku: string) => this.send('POST', 'cart/items', { sku, quantity: 1 })
  get = (operation: string) => this.send('GET', operation)

  async send(method: string, operation: string, body?: unknown): Promise<Reply> {
    const reply = await this.client.send(method, operation, body, this.#byHand(operation))
    await this.keep(reply)
    return reply
  }

  /** Asks as whom it is known; where the lane has a refresh token and this app has kept it, with a new access token. */
  async me(): Promise<Reply> {
    const reply = await this.get('me')
    if (this.client.strategy !== 'jwt' || reply.json?.customer) return reply
    const refreshed = await this.send('POST', 'refresh', {})
    return refreshed.status === 200 ? this.get('me') : reply
  }

  #byHand(operation: string): HeaderLine[] {
    const { path } = this.client
    const isThere = this.#vault !== null && pathMatches(`${path}/${operation}`, this.#vault.path)
    return isThere ? [['Cookie', this.#vault!.text]] : []
  }

  /** What came, as this app keeps it. */
  async keep({ setCookie }: Reply): Promise<void> {
    const { client, keeping } = this
    for (const line of setCookie) this.#note(line)
    if (keeping === 'nothing' || keeping === 'vault') client.jar.cookies = []
    if (keeping !== 'file') return
    const lasting = client.jar.cookies.filter(({ name, path }) => this.#lasting.has(`${name} ${path}`))
    await this.storage.write(JSON.stringify(lasting))
  }

  #note(line: string): void {
    const { name, value, path, maxAge, expires } = readSetCookie(line)
    if (value === '' || path === null) return
    if (maxAge !== null || expires !== null) this.#lasting.add(`${name} ${path}`)
    // A refresh token changes each time. What is copied at the sign-in and never again is how it is often written.
    const isNewer = this.client.strategy === 'jwt'
    if (this.keeping === 'vault' && (this.#vault === null || isNewer))
      this.#vault = { text: `${name}=${value}`, path }
  }

  /** Closed and opened: what lay in memory is gone. */
  async restart(): Promise<void> {
    this.client.forget()
    const text = this.keeping === 'file' ? await this.storage.read() : null
    if (text !== null) this.client.jar.cookies = JSON.parse(text)
  }

  /** Installed anew. */
  async forget(): Promise<void> {
    this.client.forget()
    this.#vault = null
    this.#lasting.clear()
    if (this.keeping === 'file') await this.storage.write('[]')
  }

  /** A credential that lies where another program of this device may read it. */
  async lies(): Promise<'in-a-file' | 'locked-away' | 'nowhere'> {
    if (this.#vault !== null) return 'locked-away'
    const text = await this.storage.read()
    return text !== null && text !== '[]' ? 'in-a-file' : 'nowhere'
  }
}
