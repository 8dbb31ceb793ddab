'use client' // words of the lesson and of the page
import { useLocale, useText } from '@/lib/i18n/client'
import { choiceId, type LessonStep } from '@/lib/lessons/lesson'
import { lanesOf } from '@/lib/reading/told/lanes'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { useOwn } from '../use-lesson'

/** A choice in the words of its question; what none of them says, as it is: lanes by name, a number, a code. */
export function useValueWords(step: Extract<LessonStep, { between: unknown }>): (value: string) => string {
  const own = useOwn()
  const told = useText('told')
  const t = useText('learn')
  const locale = useLocale()
  const choices = step.between.map(choiceId)
  return (value) => {
    if (choices.includes(value)) return own(`step.${step.id}.choice.${value}`)
    // Taken along from another browser, from a lesson that was another one then.
    if (value.startsWith('~')) return '…'
    if (value === 'none') return t('none')
    const lanes = STRATEGIES.filter((lane) => value.split('+').includes(lane))
    return lanes.length > 0 && lanes.join('+') === value ? lanesOf(told, locale, lanes) : value
  }
}
