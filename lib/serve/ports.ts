/** Wires a strategy to the world: this sandbox, this device, this request. What is a lane's own, the lane wires. */
import { db } from '@/lib/db/client'
import { cookiesOf } from '@/lib/http/cookies'
import type { Sandbox } from '@/lib/sandbox/world/sandbox'
import { findProduct } from '@/lib/shop/catalogue'
import type { AllPorts } from '@/lib/strategies/ports'
import { WIRES } from '@/lib/strategies/site/served-lanes'
import type { LaneWorld } from '@/lib/strategies/site/wires'
import type { CommonPorts, Device, StrategyName } from '@/lib/strategies/strategy'

export interface ShopPlace {
  sandbox: Sandbox
  strategy: StrategyName
  device: Device
}

export function portsOf({ sandbox, strategy, device }: ShopPlace, request: Request) {
  const cookies = cookiesOf(request.headers.get('cookie'))
  const { id, dials, keys, users } = sandbox
  const common: CommonPorts = {
    cookies,
    authorization: request.headers.get('authorization'),
    now: () => sandbox.clock.now(),
    scope: { sandbox: id, device, path: `/api/${strategy}/${id}/${device}` },
    users,
    dials,
  }
  const world: LaneWorld = { id, dials, keys, products: PRODUCTS, db }
  return { ports: Object.assign(new LanePorts(world), common) as unknown as AllPorts, cookies }
}

const PRODUCTS = { find: findProduct }

/** Ports are made when they are used: a lane that needs no database opens none. */
class LanePorts {
  private made: Map<string, unknown> | undefined

  constructor(private readonly world: LaneWorld) {}

  once(name: keyof typeof WIRES): unknown {
    this.made ??= new Map()
    if (!this.made.has(name)) this.made.set(name, WIRES[name](this.world))
    return this.made.get(name)
  }
}

for (const name of Object.keys(WIRES) as (keyof typeof WIRES)[])
  Object.defineProperty(LanePorts.prototype, name, {
    get(this: LanePorts) {
      return this.once(name)
    },
  })
