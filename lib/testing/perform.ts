/** A learner without a browser: does the acts of a lesson by real requests, in all lanes, and knows what the page would know. */
import { ShopClient } from '@/lib/client/shop-client'
import { byFetch } from '@/lib/client/transport'
import { labOf } from '@/lib/labs'
import { positionOf, type ServerLab } from '@/lib/labs/lab'
import { Run } from '@/lib/labs/run/run'
import type { LessonAct } from '@/lib/lessons/act'
import type { LessonFacts } from '@/lib/lessons/fold/facts'
import type { LessonStep } from '@/lib/lessons/lesson'
import type { DialChange } from '@/lib/sandbox/world/settings'
import { addressOf, FORMS } from '@/lib/scenario/acts'
import { OPERATIONS, type ShopOperation } from '@/lib/shop/operations'
import { type Device, STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { maskExchange } from '@/lib/trace/export/mask'
import { timelineOf } from '@/lib/trace/publish/timeline'
import type { FreshSandbox } from './sandbox'
import { until } from './until'

/** What else a learner may do: what the support desk offers beside the acts of lessons. */
export type Deed = LessonAct | { do: 'desk'; act: object }

/** What only a browser can play: `solve` runs a browser lab. */
export const needsBrowser = (step: LessonStep): boolean =>
  step.do === 'act' && step.solve.some((act) => act.do === 'lab' && labOf(act.lab)?.place === 'browser')

export interface LearnerHabits {
  /** Labs are not played: they are noted as run, with nothing found. What a browser plays never is more than that. */
  skims?: true
  /** Reads the cart after each act that asks nothing of the shop, as the page does by itself after some of them. */
  looks?: true
}

export class Learner {
  device: Device = 'laptop'
  readonly #shops = new Map<string, ShopClient>()
  readonly #runs: LessonFacts['runs'][number][] = []
  constructor(
    private readonly world: FreshSandbox,
    private readonly origin: string,
    private readonly habits: LearnerHabits = {},
  ) {}

  async setScene({ dials, acts }: { dials: DialChange; acts: readonly LessonAct[] }): Promise<void> {
    for (const lane of STRATEGIES) if (dials[lane]) await this.world.turn(lane, dials[lane])
    await this.doAll(acts)
  }

  async doAll(deeds: readonly Deed[], after: () => Promise<void> = async () => {}): Promise<void> {
    for (const deed of deeds) {
      await this.#perform(deed)
      if (this.habits.looks && !isAsked(deed)) await this.#inEachLane({ do: 'read' })
      await after()
    }
  }

  async facts(): Promise<LessonFacts> {
    const { sandbox } = this.world
    const exchanges = timelineOf(sandbox.id)?.after(0).map(maskExchange) ?? []
    const { desk, acts } = (await this.world.desk('GET', 'exchanges')).body
    return {
      ...{ sandbox: sandbox.id, exchanges, desk, acts, dials: sandbox.dials },
      ...{ clockOffset: sandbox.clock.offsetSeconds, serverAhead: 0 },
      runs: [...this.#runs],
    }
  }

  #perform(deed: Deed): Promise<unknown> | unknown {
    const { world } = this
    switch (deed.do) {
      case 'device':
        this.device = deed.device
        return
      case 'clock':
        return this.#told('clock', { advanceSeconds: deed.seconds })
      case 'force-sign-out':
        return this.#told('force-sign-out', { email: addressOf(deed.user) })
      case 'dial':
        return world.turn(deed.lane, { [deed.name]: deed.value })
      case 'demote':
      case 'promote':
        return this.#told('acts', { act: deed.do, email: addressOf(deed.user) })
      case 'restart':
        return this.#told('acts', { act: 'restart' })
      case 'rotate-keys':
        return this.#told('acts', { act: deed.do, strategy: deed.lane, keepPrevious: deed.keepPrevious })
      case 'desk':
        return this.#told('acts', deed.act)
      case 'lab':
        return this.#run(deed.lab, deed.position)
      default:
        return this.#inEachLane(deed)
    }
  }

  async #told(path: string, body: object): Promise<void> {
    const { status, body: answer } = await this.world.desk('POST', path, body)
    if (status >= 300) throw new Error(`${path} answered ${status} ${JSON.stringify(answer)}`)
  }

  async #run(slug: string, position: string): Promise<void> {
    const lab = labOf(slug)!
    const findings = lab.place === 'server' && !this.habits.skims ? await this.#found(lab, position) : []
    // A run takes its time, and one that is skimmed none: it ends later than all that was before.
    const before = now()
    await until(() => now() > before)
    this.#runs.push({ lab: slug, position, at: now(), findings })
  }

  async #found(lab: ServerLab, position: string) {
    const run = new Run(this.world.sandbox, lab, positionOf(lab, position)!, () => {})
    await run.open()
    await run.playAll()
    const { findings } = run.report()
    await run.close()
    return findings
  }

  async #inEachLane(act: Extract<Deed, { do: string }>): Promise<void> {
    for (const lane of STRATEGIES) await this.#ask(lane, act)
  }

  /** As the page does: an expired access token is renewed once, and what was asked is asked again. */
  async #ask(lane: StrategyName, act: Deed): Promise<void> {
    const client = this.#shopOf(lane)
    const answer = await this.#seen(() => sent(client, act, this.world))
    if (answer.status !== 401 || answer.body?.code !== 'credential_expired' || lane !== 'jwt') return
    const { refresh, sendExpired, cartIn } = this.world.sandbox.dials.jwt
    if (refresh !== 'none') {
      if (!sendExpired && cartIn !== 'claims') client.credentials = 'cookies'
      const renewed = await this.#seen(() => client.post('refresh'))
      client.credentials = 'include'
      if (renewed.status === 200) return void (await this.#seen(() => sent(client, act, this.world)))
    }
    if (act.do !== 'sign-in') return
    client.reload()
    await this.#seen(() => sent(client, act, this.world))
  }

  #shopOf(strategy: StrategyName): ShopClient {
    const { device } = this
    const key = `${strategy} ${device}`
    const transport = byFetch(() => this.origin)
    const made = () => new ShopClient({ strategy, sandbox: this.world.sandbox.id, device, transport })
    const client = this.#shops.get(key) ?? made()
    this.#shops.set(key, client)
    return client
  }

  /** Until it is on the timeline. */
  async #seen<A>(asked: () => Promise<A>): Promise<A> {
    const latest = () => timelineOf(this.world.sandbox.id)?.latest ?? 0
    const before = latest()
    const answer = await asked()
    await until(() => latest() > before)
    return answer
  }
}

/** It is a request to the shop. */
const isAsked = ({ do: word }: Deed) => Boolean(FORMS.get(word)?.operation)

const now = () => new Date().toISOString()

async function sent(client: ShopClient, act: Deed, { passwordOf }: FreshSandbox) {
  if (act.do === 'sign-in')
    return client.signIn({ email: addressOf(act.user), password: passwordOf(act.user) })
  const operation = FORMS.get(act.do)!.operation as ShopOperation
  const { method, path } = OPERATIONS[operation]
  const { do: _, ...said } = act as { do: string; sku?: string }
  const { sku, ...rest } = said
  const body = method === 'GET' || method === 'DELETE' ? undefined : path.includes('[sku]') ? rest : said
  const answer = await client.send(method, path.replace('[sku]', sku ?? ''), body)
  if (act.do === 'sign-out' && answer.status === 204) client.reload()
  return answer
}
