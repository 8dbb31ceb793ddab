import type { ShopPath } from '@/lib/shop/operations'

/** What may be read with a text in the place of a credential: who is it, or the cart. */
export const BENCH_PATHS = ['me', 'cart'] as const satisfies readonly ShopPath[]
export type BenchPath = (typeof BENCH_PATHS)[number]
