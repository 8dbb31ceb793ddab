// Facts of a finding, as its text shows them.
import type { Finding } from '@/lib/labs/lab'
import { spanOf } from '../_inspector/figures'

/** `seconds` as a clock shows them, "11:59:58"; everything else as it was measured. */
export function factValues(facts: Finding['facts']): Record<string, string | number> {
  const { seconds } = facts
  return typeof seconds === 'number' ? { ...facts, seconds: spanOf(seconds) } : { ...facts }
}
