'use client'
// Facts of a finding, as its text shows them: in the words of the language.
import { useLocale, useText } from '@/lib/i18n/client'
import type { LabFinding } from '@/lib/labs/lab'
import { duration } from '@/lib/reading/format'

type Facts = LabFinding['facts']

/** `seconds` as a duration, "11 h 59 min"; `because` as the sentence that the support desk says; everything else as it was measured. */
export function useFactValues(): (facts: Facts) => Record<string, string | number> {
  const locale = useLocale()
  const acts = useText('acts')
  return (facts) => ({
    ...facts,
    ...(typeof facts.seconds === 'number' && { seconds: duration(facts.seconds, locale) }),
    ...(typeof facts.because === 'string' && { because: acts(`forced.${facts.because}`) }),
  })
}
