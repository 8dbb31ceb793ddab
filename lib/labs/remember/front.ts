/**
 * A server before the shop, as a filter of a framework is: whoever has no session but is remembered gets a new one. It opens and renews
 * sessions with the lane's own code, so the shop takes them like any other.
 */
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { db } from '@/lib/db/client'
import { cookiesOf, type ResponseCookies, serialize } from '@/lib/http/cookies'
import type { OwnedSandbox } from '@/lib/sandbox/world/sandbox'
import { portsOf } from '@/lib/serve/ports'
import { sessionStrategy } from '@/lib/strategies/session/strategy'
import { ROWS } from '@/lib/strategies/site/served-lanes'
import { DEVICES, type Device, type StrategyName } from '@/lib/strategies/strategy'
import { openHttp } from '../outside/open-http'
import type { LabWire } from '../outside/wire'
import type { LabClient, Reply } from '../stage/client'
import type { LabDesk } from '../stage/server-stage'
import { midnightInKorea } from './midnight'
import { PLAIN_COOKIE, POPUP_COOKIE, REMEMBER_COOKIE, type Remember, type RememberManner } from './remember'
import { RememberedSeries } from './series'

interface RememberRoom {
  strategy: StrategyName
  sandbox: OwnedSandbox
  wire: LabWire
  desk: Pick<LabDesk, 'forceSignOut'>
}

/** Seconds: longer than every session and every family. */
const REMEMBERED = 30 * 24 * 3600

const OPERATIONS = ['POST remember', 'GET me', 'GET popup', 'POST popup'] as const

export async function openRemember(room: RememberRoom, manner: RememberManner): Promise<Remember> {
  const front = new Front(room, manner)
  const server = await openHttp((request, response) => {
    front.answer(request, response).catch(() => response.writeHead(500).end())
  })
  const ask = async (client: LabClient, method: string, operation: string): Promise<Reply> => {
    const path = `${client.path}/${operation}`
    const reply = await room.wire.send({
      ...{ to: 'remember-me', device: client.device, action: 'me', port: server.port, method, path },
      headers: client.fieldsFor(path),
    })
    client.keep(reply)
    return reply
  }
  return {
    keep: (client) => ask(client, 'POST', 'remember'),
    comeBack: (client) => ask(client, 'GET', 'me'),
    popup: (client, close) => ask(client, close ? 'POST' : 'GET', 'popup'),
    fromTable: () => front.fromTable(),
    close: server.close,
  }
}

class Front {
  readonly #series: RememberedSeries

  constructor(
    private readonly room: RememberRoom,
    private readonly manner: RememberManner,
  ) {
    const { grace, onePerUser } = manner
    const now = () => room.sandbox.clock.now()
    this.#series = new RememberedSeries({ grace, onePerUser, key: randomBytes(32), now })
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const target = request.url ?? ''
    const [operation, name] = target.split('/').reverse()
    const device = DEVICES.find((one) => one === name)
    const what = OPERATIONS.find((one) => one === `${request.method} ${operation}`)
    if (!device || !what) return void response.writeHead(404).end()
    const field = request.headers.cookie ?? null
    const path = target.slice(0, target.lastIndexOf('/'))
    const asked: Asked = { path, device, field, cookies: cookiesOf(field), lines: [] }
    const body = await this.#answerTo(what, asked)
    response.writeHead(body ? 200 : 401, {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
      'Set-Cookie': asked.lines,
    })
    response.end(JSON.stringify(body ?? { code: 'sign_in_required' }))
  }

  /** null: nobody knows who that is. */
  #answerTo(what: (typeof OPERATIONS)[number], asked: Asked): Promise<object | null> | object | null {
    if (what === 'POST remember') return this.#keep(asked)
    if (what === 'GET popup') return { shown: asked.cookies.read(POPUP_COOKIE).length === 0 }
    if (what === 'POST popup') return this.#closePopup(asked)
    return this.#comeBack(asked)
  }

  async #keep(asked: Asked) {
    const { visit } = await this.#open(asked)
    if (!visit.customer) return null
    this.#write(
      asked,
      this.manner.cookie === 'plain' ? visit.customer.email : this.#series.issue(visit.customer.id),
    )
    return { remembered: true }
  }

  async #comeBack(asked: Asked) {
    const open = await this.#open(asked)
    if (open.visit.customer) return { customer: open.visit.customer, by: 'session' }
    const user = await this.#remembered(asked)
    const customer = user === null ? null : this.room.sandbox.users.find(user)
    if (!customer) return null
    await open.renew({ ...open.visit, customer })
    asked.lines.push(...open.lines())
    return { customer, by: 'remember-me' }
  }

  async #remembered(asked: Asked): Promise<string | null> {
    const [text, ...others] = asked.cookies.read(this.#name)
    // Two of one name: which one is meant?
    if (text === undefined || others.length > 0) return null
    if (this.manner.cookie === 'plain') return this.#named(text)
    const shown = this.#series.present(text)
    if (shown.kind === 'known') {
      this.#write(asked, shown.next)
      return shown.user
    }
    // What was opened with it ends as well: nobody can tell which of the two is the thief.
    if (shown.kind === 'theft') await this.room.desk.forceSignOut(shown.user as 'mina' | 'sam')
    this.#write(asked, null)
    return null
  }

  #named(email: string): string | null {
    return this.room.sandbox.users.all().find((one) => one.email === email)?.id ?? null
  }

  #closePopup({ path, lines }: Asked) {
    const until = midnightInKorea(this.room.sandbox.clock.now())
    lines.push(`${POPUP_COOKIE}=1; Path=${path}; Expires=${until.toUTCString()}; SameSite=Lax`)
    return { until: until.toISOString() }
  }

  get #name(): string {
    return this.manner.cookie === 'plain' ? PLAIN_COOKIE : REMEMBER_COOKIE
  }

  /** @param value null: it is taken back */
  #write({ path, lines }: Asked, value: string | null): void {
    const life = { maxAge: value === null ? 0 : REMEMBERED, httpOnly: true, sameSite: 'Lax' } as const
    lines.push(serialize({ name: this.#name, value: value ?? '', path, ...life }))
  }

  async #open({ path, device, field }: Asked) {
    const headers: HeadersInit = field === null ? {} : { Cookie: field }
    const request = new Request(`http://localhost${path}/me`, { headers })
    const { sandbox } = this.room
    const { ports, cookies } = portsOf({ sandbox, strategy: 'session', device }, request)
    const { visit, renew } = await sessionStrategy.open(ports, 'identity')
    return { visit, renew, lines: cookies.lines }
  }

  async fromTable(): Promise<string | null> {
    if (this.room.strategy === 'session') {
      const row = this.manner.cookie === 'plain' ? null : this.#series.newest()
      return row && `${row.name}.${row.tokenHash}`
    }
    const tables = await ROWS[this.room.strategy].read(db(), this.room.sandbox.id)
    const families = (tables as { RefreshFamily?: { tokenHash: string }[] }).RefreshFamily
    return families?.at(-1)?.tokenHash ?? null
  }
}

interface Asked {
  path: string
  device: Device
  field: string | null
  cookies: ResponseCookies
  /** Set-Cookie lines of the answer. */
  lines: string[]
}
