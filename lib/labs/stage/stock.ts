/**
 * A cart that is already full when the story begins: two hundred requests would take longer than anybody watches. It is put in by the
 * lane's own `open` and `save`, as any request does it, only all at once and not over the wire.
 */
import type { OwnedSandbox } from '@/lib/sandbox/world/sandbox'
import { portsOf } from '@/lib/serve/ports'
import { cookieStrategy } from '@/lib/strategies/cookie/strategy'
import { jwtStrategy } from '@/lib/strategies/jwt/strategy'
import { sessionStrategy } from '@/lib/strategies/session/strategy'
import type { LabClient } from './client'

const STRATEGIES = { cookie: cookieStrategy, session: sessionStrategy, jwt: jwtStrategy }

/** @returns false: so many do not fit, and nothing was changed */
export async function stock(
  sandbox: OwnedSandbox,
  client: LabClient,
  skus: readonly string[],
): Promise<boolean> {
  const { strategy, device, path } = client
  const request = new Request(`http://localhost${path}/cart`, { headers: client.fieldsFor(path) })
  const { ports, cookies } = portsOf({ sandbox, strategy, device }, request)
  const open = await STRATEGIES[strategy].open(ports, 'cart')
  const saved = await open.save({ ...open.visit, cart: Object.fromEntries(skus.map((sku) => [sku, 1])) })
  if (saved.outcome !== 'saved') return false
  client.keep({ setCookie: cookies.lines(), body: saved.issued ?? null })
  return true
}
