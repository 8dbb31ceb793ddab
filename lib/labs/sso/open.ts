/** The three sites of a run: an authorization server and two members, on this machine only, and one browser that knows them by their names. */
import type { SandboxClock } from '@/lib/sandbox/world/clock'
import type { Device, StrategyName } from '@/lib/strategies/strategy'
import { openHttp } from '../outside/open-http'
import type { LabWire } from '../outside/wire'
import type { LabDesk } from '../stage/server-stage'
import { Between } from './between'
import { HostBrowser } from './browser'
import { memberOf } from './member'
import { HOSTS, issuerOf, type Site, type Tenant, urlOf } from './names'
import type { SsoOptions } from './options'
import { type AppSeat, appSeat, siteSeat } from './seats'
import { listener, type Responder } from './serve'
import { authorizationServer } from './server/authorization-server'
import { clientOf, makeClients } from './server/clients'
import { type IssuerKey, SigningKeys } from './server/keys'
import { Ledger } from './server/ledger'
import { peopleOf } from './server/people'
import { keysFrom } from './site/jwks'
import { inCookie, inRows, type OwnSessions } from './site/own-sessions'
import { relying } from './site/relying'
import { resourceServer } from './site/resource'
import { SITE_COOKIE, siteOf } from './site/site'
import type { Seat, Sso } from './sso'

export interface SsoRoom {
  readonly strategy: StrategyName
  readonly clock: SandboxClock
  readonly wire: LabWire
  readonly passwordOf: LabDesk['passwordOf']
}

/** Milliseconds: who stops in the middle leaves no server behind for longer. */
const LIFE = 15 * 60 * 1000

export async function openSso(room: SsoRoom, options: SsoOptions): Promise<Sso> {
  const world = await new World(room, options).open()
  const end = setTimeout(() => void world.close(), LIFE).unref()
  return {
    ...world.seats(),
    async close() {
      clearTimeout(end)
      await world.close()
    },
  }
}

class World {
  readonly #between = new Between()
  readonly #clients = makeClients()
  readonly #people
  readonly #sessions: Readonly<Record<Site, OwnSessions>>
  readonly #servers: { close(): Promise<void> }[] = []
  #sites!: Readonly<Record<Site, Responder>>
  #keys!: SigningKeys
  #removed: IssuerKey | null = null

  constructor(
    private readonly room: SsoRoom,
    private readonly options: SsoOptions,
  ) {
    this.#people = peopleOf(room.passwordOf)
    const make = room.strategy === 'session' ? inRows : inCookie
    this.#sessions = { shop: make(), reviews: make() }
  }

  async open(): Promise<this> {
    const { options, room } = this
    this.#keys = await SigningKeys.make(options.alg)
    const server = authorizationServer({
      ...{ options, keys: this.#keys, ledger: new Ledger(room.clock), people: this.#people },
      ...{ clients: this.#clients, sites: this.#between.fetchFrom(HOSTS.login) },
    })
    await this.#serve(server, HOSTS.login)
    this.#start()
    await this.#serve((request) => this.#sites.shop(request), HOSTS.shop, HOSTS.help)
    await this.#serve((request) => this.#sites.reviews(request), HOSTS.reviews)
    return this
  }

  #start(): void {
    this.#sites = { shop: this.#handlerOf('shop'), reviews: this.#handlerOf('reviews') }
  }

  async #serve(handler: Responder, ...hosts: (typeof HOSTS)[keyof typeof HOSTS][]): Promise<void> {
    const server = await openHttp(listener(handler))
    this.#servers.push(server)
    for (const host of hosts) this.#between.name(host, server.port)
  }

  async close(): Promise<void> {
    await Promise.all(this.#servers.map((server) => server.close()))
  }

  #handlerOf(site: Site): Responder {
    const { options, room } = this
    const { clock } = room
    const fetch = this.#between.fetchFrom(HOSTS[site])
    const client = clientOf(this.#clients, `${site}-server`)
    const keys = keysFrom(new URL(`${issuerOf('customers')}/jwks`), { way: options.keys, clock, fetch })
    const around = {
      site,
      clientId: client.id,
      options,
      clock,
      keys,
      relying: relying({ client, clock, fetch }),
    }
    return room.strategy === 'jwt'
      ? resourceServer({ ...around, secret: this.#keys.secret })
      : siteOf({ ...around, sessions: this.#sessions[site] })
  }

  seats(): Omit<Sso, 'close'> {
    const browser = this.#browser('laptop')
    const [shop, reviews] = (['shop', 'reviews'] as const).map((site) => this.#seat(site, browser))
    return {
      ...{ shop: shop!, reviews: reviews! },
      visit: (host) => browser.send(urlOf(host, '/me')),
      member: this.#member(browser, shop!),
      restart: () => this.#start(),
      issuer: {
        rotate: () => this.#keys.rotate(),
        removeOldest: () => {
          this.#removed = this.#keys.removeOldest()
        },
      },
    }
  }

  #browser(device: Device): HostBrowser {
    const { wire, clock } = this.room
    return new HostBrowser({ wire, between: this.#between, clock, device })
  }

  #app(browser: HostBrowser, site: Site, tenant: Tenant = 'customers') {
    const { clock } = this.room
    return relying({ client: clientOf(this.#clients, `${site}-app`), tenant, clock, fetch: browser.fetch })
  }

  #seat(site: Site, browser: HostBrowser) {
    const password = this.room.passwordOf('mina')
    const around = { site, browser, password, questions: () => this.#between.askedBy(HOSTS[site]) }
    if (this.room.strategy !== 'jwt') return siteSeat(around)
    const resources: Site[] = this.options.audience === 'all' ? ['shop', 'reviews'] : [site]
    return appSeat({ ...around, relying: this.#app(browser, site), resources })
  }

  #member(browser: HostBrowser, shop: Seat | AppSeat) {
    const { strategy, clock, passwordOf } = this.room
    const isToken = strategy === 'jwt'
    const thief = this.#browser('attacker')
    return memberOf({
      lane: isToken ? 'token' : 'cookie',
      credential: () =>
        isToken ? (shop as AppSeat).token : (browser.jar.valueOf(HOSTS.shop, SITE_COOKIE) ?? ''),
      ...{ clock, keys: this.#keys, sessions: isToken ? null : this.#sessions.shop },
      customer: { browser, password: passwordOf('mina') },
      app: this.#app(browser, 'shop'),
      elsewhere: {
        relying: this.#app(thief, 'shop', 'partners'),
        password: this.#people.partners[0]!.password,
      },
      removed: () => this.#removed!,
      newBrowser: () => this.#browser('attacker'),
    })
  }
}
