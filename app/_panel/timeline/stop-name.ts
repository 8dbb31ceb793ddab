'use client'
// A stop of the timeline in words: a step has the results of all its lanes.
import { useMemo } from 'react'
import { type Text, useLocale, useText } from '@/lib/i18n/client'
import { clockTime } from '@/lib/reading/format'
import { actWords } from '@/lib/reading/timeline/act-words'
import { actionText, markOf } from '@/lib/reading/timeline/marks'
import type { Column, Step } from '@/lib/reading/timeline/steps-of'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'

type Lanes = readonly StrategyName[]

/**
 * Names stops: "Step 5, GET cart, laptop: cookie 200, session 401 refused, jwt 200".
 * @param lanes only their results
 * @param actOf where the act stands on a button in other words than in full, its name has these (WCAG 2.2, 2.5.3)
 */
export function useStopName(lanes: Lanes = STRATEGIES, actOf = actionText): (stop: Column) => string {
  const t = useText('inspector')
  const words = useText('timeline')
  const locale = useLocale()
  return useMemo(() => {
    return (stop) =>
      stop.kind === 'step'
        ? stepName({ t, words, lanes, actOf }, stop.step)
        : eventName({ t, words, locale }, stop)
  }, [t, words, locale, lanes, actOf])
}

export const exchangesOf = (step: Step, lanes: Lanes = STRATEGIES): Exchange[] =>
  lanes.flatMap((lane) => step.exchanges[lane] ?? [])

interface StepWords {
  t: Text
  words: Text
  lanes: Lanes
  actOf(exchange: Exchange): string
}

function stepName({ t, words, lanes, actOf }: StepWords, step: Step): string {
  const [first] = exchangesOf(step)
  const results = exchangesOf(step, lanes).map((one) => resultText(words, one))
  return words('step.name', {
    n: step.index + 1,
    action: actOf(first!),
    device: t(`device.${step.device}`),
    results: results.join(', ') || words('step.elsewhere'),
  })
}

/** "session 401 refused". `words`: catalogue `timeline`. */
function resultText(words: Text, exchange: Exchange): string {
  const status = exchange.response?.status ?? 0
  const kind = markOf(exchange)
  return words(`step.${kind === 'refused' || kind === 'none' ? kind : 'in'}`, {
    lane: exchange.strategy,
    status,
  })
}

function eventName(
  { t, words, locale }: { t: Text; words: Text; locale: string },
  { kind, act }: Exclude<Column, { kind: 'step' }>,
): string {
  const time = clockTime(act.sandboxAt, locale)
  if (kind === 'desk') return t('timeline.deskOf', { email: act.email, time })
  return words('act.at', { what: actWords(words, act, locale), time })
}

/** The same act in two words. */
export function useEventWord(): (stop: Exclude<Column, { kind: 'step' }>) => string {
  const t = useText('inspector')
  const words = useText('timeline')
  return ({ kind, act }) => (kind === 'desk' ? t('timeline.desk') : words(`act.short.${act.act}`))
}
