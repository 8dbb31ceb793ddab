'use client' // words of the lesson and of the page
import { useText } from '@/lib/i18n/client'
import { UNKNOWN } from '@/lib/lessons/progress/progress'
import type { RecordStep } from './record-given'

/** A choice in the words of its question; what none of them says, as it is. */
export function useSaidWords(
  kind: RecordStep['do'],
  { words }: NonNullable<RecordStep['question']>,
): (value: string) => string {
  const learn = useText('learn')
  return (value) => {
    if (value === UNKNOWN) return learn(kind === 'see' ? 'cannot-tell' : 'unsure')
    // Taken along from another browser, from a lesson that was another one then.
    if (value.startsWith('~')) return '…'
    if (words[value] !== undefined) return words[value]
    return value === 'none' ? learn('none') : value.replaceAll('+', ', ')
  }
}
