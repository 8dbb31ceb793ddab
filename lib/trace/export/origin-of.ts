/** Where an exchange was answered: at the shop, or where its Host field says that a server of a lab was. */
import type { Exchange } from '../model/exchange'

export function originOf({ answeredBy, request }: Exchange, shop: string): string {
  if (answeredBy === undefined) return shop
  const host = request.headers.find(([name]) => name.toLowerCase() === 'host')?.[1] ?? ''
  return URL.canParse(`http://${host}`) ? `http://${host}` : shop
}
