/** Which lab proves a cell of the Exposed view by doing it. Pure. */
import type { ExposureCell, Reader, Reason } from '@/lib/trace/model/exposure'

interface Proof {
  reader: Reader
  /** The cell says one of these; absent: whatever it says. */
  because?: readonly Reason[]
  /** Slug of the page below /labs. */
  lab: string
}

/** The first that fits counts. */
export const PROOFS: readonly Proof[] = [
  { reader: 'next-person', because: ['ended'], lab: 'x13-forced-sign-out' },
  { reader: 'next-person', because: ['holder'], lab: 'x09-theft' },
  {
    reader: 'page-script',
    because: ['httpOnly', 'scriptReadable', 'pageMemory', 'localStorage'],
    lab: 'x10-xss',
  },
  {
    reader: 'other-site',
    because: ['sameSiteStrict', 'sameSiteLax', 'sameSiteNone', 'sameSiteAbsent', 'sameOrigin'],
    lab: 'x11-csrf',
  },
  { reader: 'device-holder', because: ['sealed', 'onDevice'], lab: 'x06-tamper' },
]

/** Slug of a lab, or null: none proves this cell. */
export function proofOf(reader: Reader, { because }: ExposureCell): string | null {
  const fits = (proof: Proof) => proof.reader === reader && (proof.because?.includes(because) ?? true)
  return PROOFS.find(fits)?.lab ?? null
}
