/** What the cookie lane touches. */
import type { Dials } from '../dials'
import type { CommonPorts } from '../strategy'
import type { Seals } from './credential'
import type { GenerationStore } from './store'

export interface Ports extends CommonPorts {
  readonly dials: Pick<Dials, 'cookie'>
  readonly seals: Seals
  readonly generations: GenerationStore
  /** Names and prices, for a cookie that carries whole lines. */
  readonly products: ProductDirectory
}

export interface ProductDirectory {
  find(sku: string): { name: string; unitPrice: number } | null
}
