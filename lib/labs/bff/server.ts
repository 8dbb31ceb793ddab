/**
 * A server before the shop that has a session for each browser, and in it the tokens of the jwt lane: it adds the access token to what it
 * passes on, and renews it. To the shop it is a client like any other. It signs in with the password, as the shop does, and not by the
 * authorization code grant that RFC 10017 section 6.1.3.1 asks for: the shop is no authorization server.
 */
import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { sendRecorded } from '@/lib/client/self'
import { ShopClient } from '@/lib/client/shop-client'
import type { WireAnswer } from '@/lib/client/transport'
import { cookiesOf, nameHere, serialize } from '@/lib/http/cookies'
import type { OwnedSandbox } from '@/lib/sandbox/world/sandbox'
import type { Exchange } from '@/lib/trace/model/exchange'
import { recorded } from '@/lib/trace/publish/recorded'
import type { Timeline } from '@/lib/trace/publish/timeline'
import { bodyOf } from '../outside/pass-on'
import { BFF_COOKIE } from './bff'

export interface BffRoom {
  sandbox: OwnedSandbox
  timeline: Timeline
}

export interface BffAnswer {
  status: number
  /** null: there is none. */
  body: object | null
  /** Of Set-Cookie; absent: nothing changes. */
  cookie?: string
}

type ShopAnswer = WireAnswer & { exchange: Exchange | null }

interface Session {
  shop: ShopClient<ShopAnswer>
  /** Under way: a refresh token is good once, and requests come side by side. */
  renewal: Promise<boolean> | null
}

const OPERATIONS = ['POST sign-in', 'POST sign-out', 'GET me', 'POST cart/items'] as const
type Operation = (typeof OPERATIONS)[number]

/** A page of another origin cannot send it without being asked first, and nobody here answers that (RFC 10017 section 6.1.3.3). */
export const OWN_PAGE = ['X-BFF', '1'] as const

export class BffServer {
  readonly #sessions = new Map<string, Session>()
  accessUntil: string | null = null

  constructor(private readonly room: BffRoom) {}

  async answer(request: IncomingMessage): Promise<BffAnswer> {
    const { method, url = '', headers } = request
    const what = OPERATIONS.find((one) => one === `${method} ${url.slice(1)}`)
    if (!what) return { status: 404, body: { code: 'not_found' } }
    if (headers[OWN_PAGE[0].toLowerCase()] !== OWN_PAGE[1])
      return { status: 403, body: { code: 'cross_site' } }
    const text = await bodyOf(request)
    const id = idIn(headers.cookie)
    const session = this.#sessions.get(id)
    if (what === 'POST sign-in') return this.#signIn(id, session, text)
    if (!session) return NOBODY
    return what === 'POST sign-out' ? this.#signOut(id, session) : this.#passOn(id, session, what, text)
  }

  /** A new id each time: one that was known before is worth nothing afterwards. */
  async #signIn(id: string, session: Session | undefined, text: string): Promise<BffAnswer> {
    const shop = session?.shop ?? this.#newClient()
    const answer = await shop.send('POST', 'sign-in', text)
    if (answer.status !== 200) return told(answer)
    this.#sessions.delete(id)
    const next = randomBytes(32).toString('base64url')
    this.#sessions.set(next, { shop, renewal: null })
    return { ...told(answer), cookie: cookieOf(next) }
  }

  async #signOut(id: string, { shop }: Session): Promise<BffAnswer> {
    this.#sessions.delete(id)
    await shop.post('sign-out')
    return { status: 204, body: null, cookie: cookieOf(null) }
  }

  async #passOn(id: string, session: Session, what: Operation, text: string): Promise<BffAnswer> {
    const [method, operation] = what.split(' ') as [string, string]
    const send = () => session.shop.send(method, operation, text === '' ? undefined : text)
    const first = await send()
    if (first.status !== 401) return told(first)
    if (await renewed(session)) return told(await send())
    // Without a right to a new token there is no session either (RFC 10017 section 6.1.2.2).
    this.#sessions.delete(id)
    return NOBODY
  }

  #newClient(): ShopClient<ShopAnswer> {
    const { sandbox, timeline } = this.room
    return new ShopClient<ShopAnswer>({
      ...{ strategy: 'jwt', sandbox: sandbox.id, device: 'laptop', nameOf: nameHere },
      transport: async (asked) => {
        const answer = await sendRecorded(asked, 'laptop', (userAgent) => recorded(timeline, userAgent))
        const { action, credential } = answer.exchange ?? {}
        // That of a refresh is the family's; that of a sign-out has been ended by it.
        if (action !== 'refresh' && credential?.expiresAt) this.accessUntil = credential.expiresAt
        return answer
      },
    })
  }
}

function renewed(session: Session): Promise<boolean> {
  session.renewal ??= session.shop
    .post('refresh')
    .then(({ status }) => status === 200)
    .finally(() => {
      session.renewal = null
    })
  return session.renewal
}

/** Two of one name: which one is meant? */
function idIn(field: string | undefined): string {
  const [id = '', ...others] = cookiesOf(field ?? null).read(BFF_COOKIE)
  return others.length > 0 ? '' : id
}

/** @param value null: it is taken back */
const cookieOf = (value: string | null) =>
  serialize({
    ...{ name: BFF_COOKIE, value: value ?? '', path: '/', maxAge: value === null ? 0 : null },
    ...{ httpOnly: true, sameSite: 'Strict' },
  })

const OF_TOKENS = new Set(['accessToken', 'expiresIn'])

/** What the browser gets of an answer of the shop: no cookie of it, and no token. */
function told({ status, body }: WireAnswer): BffAnswer {
  const entries = Object.entries((body ?? {}) as object)
  const rest = Object.fromEntries(entries.filter(([name]) => !OF_TOKENS.has(name)))
  return { status, body: body === null ? null : rest }
}

const NOBODY: BffAnswer = {
  status: 401,
  body: { code: 'sign_in_required' },
  cookie: cookieOf(null),
}
