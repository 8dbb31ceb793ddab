// Visitors over real connections: each with a sandbox of his own, and what the tabs of his browser hold.
import { CookieJar } from '../lib/client/jar.ts'
import { ShopClient } from '../lib/client/shop-client.ts'
import { answerOf, byFetch, type WireAnswer } from '../lib/client/transport.ts'
import type { StrategyName } from '../lib/strategies/strategy.ts'

type Headers = Record<string, string>
export type Owner = Awaited<ReturnType<typeof newOwner>>

let turn = 0

/** @param origins of the servers; each request to a shop goes to the next one */
export async function newOwner(origins: readonly string[]) {
  const origin = origins[0]!
  const made = await ask('POST', `${origin}/api/sandbox`, { headers: { Origin: origin } })
  const jar = new CookieJar()
  for (const line of made.setCookie) jar.store(line)
  const headers: Headers = { Origin: origin, Cookie: jar.fieldFor('/api/sandbox') ?? '' }
  const control = async (method: string, path: string, body?: object) => {
    const answer = await ask(method, `${origin}/api/sandbox/${path}`, { headers, body })
    if (answer.status !== 200) throw new Error(`${method} ${path} answered ${answer.status}`)
    return answer.body
  }
  return {
    origins,
    sandbox: made.body.sandbox.id as string,
    users: made.body.users as { email: string; password: string }[],
    headers,
    control,
    products: async (): Promise<string[]> =>
      (await ask('GET', `${origin}/api/catalogue`)).body.products.map(({ sku }: { sku: string }) => sku),
    families: async (): Promise<object[]> =>
      (await control('GET', 'stored')).jwt.filter((row: { table: string }) => row.table === 'RefreshFamily'),
    turn: (dials: object) => control('PATCH', 'settings', dials),
  }
}

/** Somebody who has nothing yet. */
export const newcomer = ({ origins, sandbox }: Owner, strategy: StrategyName) =>
  new ShopClient({
    ...{ strategy, sandbox, device: 'laptop' },
    transport: byFetch(() => origins[turn++ % origins.length]!),
  })

/** A guest with one thing in the cart: that gives him a credential. */
export async function guest(owner: Owner, lane: StrategyName = 'jwt') {
  const client = newcomer(owner, lane)
  const { status } = await client.add()
  if (status !== 200) throw new Error(`The first add of a guest answered ${status}`)
  return client
}

/** One of the demo users. */
export const signedIn = async (owner: Owner, lane: StrategyName) => {
  const client = newcomer(owner, lane)
  const { status } = await client.signIn(owner.users[0]!)
  if (status !== 200) throw new Error(`sign-in answered ${status}`)
  return client
}

export async function ask(
  method: string,
  url: string,
  { headers = {}, body }: { headers?: Headers; body?: object } = {},
): Promise<WireAnswer> {
  const type: Headers = body ? { 'Content-Type': 'application/json' } : {}
  return answerOf(
    await fetch(url, { method, headers: { ...headers, ...type }, body: body && JSON.stringify(body) }),
  )
}
