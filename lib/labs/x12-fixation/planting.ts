/** How a credential gets into a browser that is not its own, and what one looks like that nobody gave out. */
import type { StrategyName } from '@/lib/strategies/strategy'
import type { LabClient, Reply } from '../stage/client'

/** Cookies are what can be planted: nothing else gets into the memory of a page. */
export function plant(from: LabClient, into: LabClient): void {
  into.copyFrom(from)
  into.reload()
}

const REFRESH_COOKIE = '__Secure-refresh'

export function plantValue(client: LabClient, value: string): void {
  client.forget()
  if (client.strategy === 'jwt') client.hold(REFRESH_COOKIE, value, '/refresh')
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
