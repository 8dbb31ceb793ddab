/** What each operation of the cookie lane's ports costs in statements, tells a reader, and gives away. */
import { madeBy, type PortTable } from '../../site/watched'
import { formOfVisit } from '../lane'
import type { Ports } from '../ports'
import type { CookieFinding } from './findings'

const CODECS = {
  sealed: { file: 'lib/strategies/cookie/credential.ts', maker: 'createSeals' },
  signed: { file: 'lib/strategies/cookie/site/weak.ts', maker: 'createSignedVisits' },
  plain: { file: 'lib/strategies/cookie/site/weak.ts', maker: 'plainVisits' },
} as const

const SEALS: PortTable<Ports['seals']> = {
  source: (operation, { cookie }) => {
    const { file, maker } = CODECS[cookie.protection]
    return { file, symbol: `${maker}.${operation}` }
  },
  operations: {
    seal: {
      usesKey: () => true,
      facts: (text, { cart }) => ({
        form: formOfVisit(text),
        bytes: text.length,
        lines: Object.keys(cart).length,
      }),
      finds: (text, visit) => [{ type: 'sealed-visit', known: false, text, visit }],
    },
    unseal: {
      ok: (visit) => visit !== null,
      // Of a refused one it may be that no key was looked at.
      usesKey: (visit) => visit !== null,
      facts: (visit, text) => ({
        form: formOfVisit(text),
        bytes: text.length,
        ...(visit && { lines: Object.keys(visit.cart).length }),
      }),
      finds: (visit, text) => (visit ? [{ type: 'sealed-visit', known: true, text, visit }] : []),
    },
  },
}

const GENERATIONS: PortTable<Ports['generations']> = {
  source: madeBy('lib/strategies/cookie/store.ts', 'createGenerationStore'),
  operations: {
    current: {
      reads: 1,
      facts: (generation) => ({ generation }),
      // The first number is that of a customer who has no row.
      finds: (generation, userId) => (generation > 1 ? [generationOf(userId, generation, true)] : []),
    },
    raise: {
      writes: 1,
      facts: (generation) => ({ generation }),
      finds: (generation, userId) => [generationOf(userId, generation, false)],
    },
  },
}

const generationOf = (userId: string, generation: number, known: boolean): CookieFinding => ({
  type: 'generation-row',
  known,
  row: { userId, generation },
})

export const watchedCookie = { seals: SEALS, generations: GENERATIONS }
