/** What a watched port gives away about what lies where. `apply-finding.ts` writes findings into the ledger. */
export type { GenerationRow } from '@/lib/strategies/cookie/site/findings'
export type { DeniedRow } from '@/lib/strategies/jwt/site/findings'
export type { Finding } from '@/lib/strategies/site/findings'
