/** A fresh sandbox for a test, with what the site would fill in. */
import { ShopClient } from '@/lib/client/shop-client'
import { createSandbox } from '@/lib/sandbox/world/sandbox'
import type { Device, StrategyName } from '@/lib/strategies/strategy'
import { callApi, inProcess, ORIGIN } from './api'

/** @param whose a network address, hashed; without it nobody shares with it */
export async function freshSandbox(whose?: string) {
  const { sandbox, ownerToken } = await createSandbox(whose)
  const ownerPair = `__Secure-owner=${ownerToken}`
  const passwordOf = (id: string) => sandbox.keys.firstPassword(id)!
  const ask = (method: string, path: string, body?: unknown, signal?: AbortSignal) =>
    callApi(`/api/sandbox${path && `/${path}`}`, {
      method,
      signal,
      headers: {
        Host: new URL(ORIGIN).host,
        Origin: ORIGIN,
        Cookie: ownerPair,
        'Content-Type': 'application/json',
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  return {
    sandbox,
    /** Name and value of its owner's cookie. */
    ownerPair,
    client: (strategy: StrategyName, device: Device = 'laptop') =>
      new ShopClient({ strategy, sandbox: sandbox.id, device, transport: inProcess }),
    signIn: (client: ShopClient, id = 'mina') =>
      client.signIn({ email: `${id}@shop.example`, password: passwordOf(id) }),
    /** The owner's view, as the site itself calls it. */
    async desk(method: string, path: string, body?: unknown) {
      const response = await ask(method, path, body)
      return { status: response.status, body: JSON.parse((await response.text()) || 'null') }
    },
    /** The same, as the answer came. */
    ask,
    /** Turns the sandbox clock. */
    later(seconds: number) {
      sandbox.clock.offsetSeconds += seconds
    },
    /** Turns dials of a lane, as the page does. */
    async turn(strategy: StrategyName, dials: Record<string, unknown>) {
      const { status, body } = await this.desk('PATCH', 'settings', { [strategy]: dials })
      if (status !== 200) throw new Error(`settings answered ${status} ${JSON.stringify(body)}`)
    },
    passwordOf,
  }
}

export type FreshSandbox = Awaited<ReturnType<typeof freshSandbox>>
