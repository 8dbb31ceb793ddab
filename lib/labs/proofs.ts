/**
 * Which lab proves a cell of the Exposed view by doing it: one says so in `proves.ts` of its folder, which stands apart so that the
 * pages of the shop carry this and no lab.
 */
import type { ExposureCell, Reader } from '@/lib/trace/model/exposure'
import type { Proof } from './lab'

const FOLDERS = import.meta.glob<{ proves: readonly Proof[] }>('./x*/proves.ts', { eager: true })

/** `lab`: slug. A cell is proved by one at most: a test holds that. */
export const PROOFS = Object.entries(FOLDERS).flatMap(([path, { proves }]) =>
  proves.map((proof) => ({ ...proof, lab: path.split('/')[1]! })),
)

/** Slug of a lab, or null: none proves this cell. */
export function proofOf(reader: Reader, { because }: Pick<ExposureCell, 'because'>): string | null {
  return PROOFS.find((proof) => proof.reader === reader && proof.because.includes(because))?.lab ?? null
}
