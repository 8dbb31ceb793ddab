/** How a credential gets into a browser that is not its own, and what one looks like that nobody gave out. */
import { cookiesOf } from '@/lib/strategies/lanes'
import type { StrategyName } from '@/lib/strategies/strategy'
import type { LabClient, Reply } from '../stage/client'

/** Cookies are what can be planted: nothing else gets into the memory of a page. */
export function plant(from: LabClient, into: LabClient): void {
  into.copyFrom(from)
  into.reload()
}

/** In the jwt lane the one cookie that is there whatever the dials say: what renews. */
export function plantValue(client: LabClient, value: string): void {
  client.forget()
  const renewing = cookiesOf(client.strategy).find(({ proves }) => !proves)
  if (renewing) client.hold(renewing.name, value, renewing.path)
  else client.present(value)
}

/** What the shop's page does when it is loaded. */
export async function arrive(client: LabClient): Promise<Reply> {
  return client.strategy === 'jwt' && !client.accessToken ? client.post('refresh') : client.get('me')
}

const MINA = { id: 'mina', email: 'mina@shop.example', name: 'Mina Park', role: 'customer', discount: 99 }

/** The form of an id and of a refresh token; of a visit, the form that the dial `protection` on "plain" would take. */
export const INVENTED: Record<StrategyName, string> = {
  cookie: base64url(JSON.stringify({ customer: MINA, cart: {}, exp: 8_000_000_000 })),
  session: 'A'.repeat(43),
  jwt: 'A'.repeat(43),
}

function base64url(text: string): string {
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
