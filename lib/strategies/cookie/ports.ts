/** What the cookie lane touches, and what it lets a shop choose. */
import type { CommonPorts, CookieChoices } from '../strategy'
import type { Seals } from './credential'

export interface Ports extends CommonPorts {
  readonly dials: { readonly cookie: CookieLaneChoices }
  readonly seals: Seals
  readonly generations: GenerationStore
  /** Names and prices, for a cookie that carries whole lines. */
  readonly products: ProductDirectory
  /** Octets up to which a cookie is sent. Absent: what a browser keeps. */
  readonly largest?: number
}

export interface GenerationStore {
  current(userId: string): Promise<number>
  /** Every visit that was sealed before is refused from here. */
  raise(userId: string): Promise<number>
}

export interface CookieLaneChoices extends CookieChoices {
  cartFormat: 'ids' | 'full'
  /** A number per user, kept by the server and compared at each request. */
  generation: boolean
}

export interface ProductDirectory {
  find(sku: string): { name: string; unitPrice: number } | null
}
