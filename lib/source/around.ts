/**
 * What labs put around the shop: of each the piece on which its verdict turns. Its sentence is in the catalogue `code`, by its name; a
 * symbol that is gone fails a test.
 */
import type { SourceRef } from '@/lib/strategies/site/source'

export interface AroundPiece {
  name: string
  /** Slug of the lab that runs it. */
  lab: string
  ref: SourceRef
}

const PLACE = 'app/api/[lane]/[sandbox]/[device]/(where)/where'

export const AROUND: readonly AroundPiece[] = [
  piece('balancer', 'x17-cluster', 'lib/labs/cluster/balancer.ts', 'openBalancer'),
  piece('copies', 'x17-cluster', 'lib/labs/cluster/node/copies.ts', 'copying'),
  piece('cache', 'x20-cache', 'lib/labs/x20-cache/cache.ts', 'SharedCache.#mayStore'),
  piece('code', 'x18-single-sign-on', 'lib/labs/sso/server/authorization-server.ts', 'token'),
  piece('token', 'x18-single-sign-on', 'lib/labs/sso/site/resource.ts', 'verified'),
  piece('series', 'x23-remember-me', 'lib/labs/remember/series.ts', 'RememberedSeries.present'),
  piece('proof', 'x09-theft', 'lib/labs/bound/proof.ts', 'ProofChecks.check'),
  piece('layout', 'x24-where', `${PLACE}/layout/layout.tsx`, 'Layout'),
]

function piece(name: string, lab: string, file: string, symbol: string): AroundPiece {
  return { name, lab, ref: { file, symbol } }
}
