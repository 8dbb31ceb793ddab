/** What the lanes made of it: those with the same result are named together. Pure. */

import type { Text } from '@/lib/i18n/text'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'
import { totalIn } from './asked'
import { OUTCOMES, outcomeOf, type ToldOutcome } from './outcome'
import type { ToldWords } from './scene'

export const listed = (names: readonly string[], locale: string): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)

/** "all three lanes", "cookie and jwt" */
export const lanesOf = (t: Text, locale: string, lanes: readonly StrategyName[]): string =>
  lanes.length === STRATEGIES.length ? t('all-lanes') : listed(lanes, locale)

/** Lanes with the same outcome, for the same reason. */
interface Group {
  outcome: ToldOutcome
  why: string
  lanes: StrategyName[]
}

/** `who`: also for whom they let it in. */
export function sentencesOf(words: ToldWords, exchanges: readonly Exchange[], who = false): string {
  const newest = STRATEGIES.flatMap((lane) => newestOf(lane, exchanges) ?? [])
  const groups: Group[] = []
  for (const exchange of newest) {
    const found = { outcome: outcomeOf(exchange), why: whyOf(words, exchange, who) }
    const same = groups.find(({ outcome, why }) => outcome === found.outcome && why === found.why)
    if (same) same.lanes.push(exchange.strategy)
    else groups.push({ ...found, lanes: [exchange.strategy] })
  }
  const said = groups.map(({ outcome, why, lanes }) =>
    words.t(outcome, { lanes: lanesOf(words.t, words.locale, lanes), why }),
  )
  const renewed = exchanges.some((one) => one.action === 'refresh' && outcomeOf(one) === 'let-in')
  if (renewed && newest.some(({ action }) => action !== 'refresh')) said.push(words.t('renewed'))
  return said.join(' ')
}

/** A renewal is not what was asked for, unless nothing else was. */
function newestOf(lane: StrategyName, exchanges: readonly Exchange[]): Exchange | undefined {
  const own = exchanges.filter(({ strategy }) => strategy === lane)
  return own.findLast(({ action }) => action !== 'refresh') ?? own.at(-1)
}

/** Why it was refused, or what is in the cart now. */
function whyOf({ compare, t, product }: ToldWords, exchange: Exchange, who: boolean): string {
  const outcome = outcomeOf(exchange)
  if (outcome === 'refused') {
    const known = compare.has(`result.problem.${exchange.problem}`) ? exchange.problem : 'other'
    return t('why', { status: String(exchange.response?.status), why: compare(`result.problem.${known}`) })
  }
  if (outcome === 'failed') return ''
  if (who) return t('let-in-as', { who: exchange.credential.email ?? t('guest') })
  const total = totalIn(exchange)
  return total ? t('let-in-cart', { product: product(total.sku), n: total.quantity }) : ''
}

/** "session: 3 let in, 1 refused. jwt: 2 let in." */
export function countsOf({ t }: ToldWords, exchanges: readonly Exchange[]): string {
  return STRATEGIES.flatMap((lane) => {
    const own = exchanges.filter(({ strategy }) => strategy === lane).map(outcomeOf)
    const counts = OUTCOMES.map((outcome) => [outcome, own.filter((one) => one === outcome).length] as const)
      .filter(([, n]) => n > 0)
      .map(([outcome, n]) => t(`count.${outcome}`, { n }))
    return counts.length > 0 ? `${lane}: ${counts.join(', ')}.` : []
  }).join(' ')
}
