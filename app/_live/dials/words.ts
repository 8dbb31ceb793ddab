import { type Text, useText } from '@/lib/i18n/client'
import type { DifferenceName } from '@/lib/strategies/differences'
import { SESSION_TOUCH_EVERY } from '@/lib/strategies/lifetimes'
import type { StrategyName } from '@/lib/strategies/strategy'
import { type DialTurn, dialOf, isWeak } from './dial-list'

/** A dial of one lane has words of its own where they differ: `dial.jwt.sliding`, else `dial.sliding`. */
function ownKey(t: Text, strategy: StrategyName, name: string): string {
  return t.has(`dial.${strategy}.${name}.name`) ? `dial.${strategy}.${name}` : `dial.${name}`
}

export const dialName = (t: Text, strategy: StrategyName, name: string): string =>
  t(`${ownKey(t, strategy, name)}.name`)

export const dialWhy = (t: Text, strategy: StrategyName, name: string): string =>
  t(`${ownKey(t, strategy, name)}.why`, { every: SESSION_TOUCH_EVERY })

/** "yes", "30 min", "hashed"; names of attributes and algorithms stand as they are. */
export function positionName(t: Text, { strategy, name, value }: DialTurn): string {
  const own = `${ownKey(t, strategy, name)}.at.${value}`
  if (t.has(own)) return t(own)
  if (dialOf(strategy, name)?.unit === 'seconds') return duration(t, Number(value))
  return typeof value === 'boolean' ? t(value ? 'on' : 'off') : String(value)
}

/** "New id on sign-in: yes, weak" */
export function turnName(t: Text, turn: DialTurn): string {
  const said = { dial: dialName(t, turn.strategy, turn.name), position: positionName(t, turn) }
  return t(isWeak(turn) ? 'turn-weak' : 'turn', said)
}

export const rowName = (t: Text, difference: DifferenceName): string => t(`row.${difference}`)

/** What a row of the comparison says: seconds, statements, or a word. */
export function rowValue(t: Text, value: unknown): string {
  if (typeof value === 'number') return duration(t, value)
  if (Array.isArray(value)) return t('statements', { reads: value[0], writes: value[1] })
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  const own = `value.${slug(value)}`
  return t.has(own) ? t(own) : String(value)
}

export const slug = (value: unknown): string => String(value).replaceAll(/[^\w]+/g, '-')

function duration(t: Text, seconds: number): string {
  if (seconds >= 86_400 && seconds % 86_400 === 0) return t('unit.d', { n: seconds / 86_400 })
  if (seconds >= 3600 && seconds % 3600 === 0) return t('unit.h', { n: seconds / 3600 })
  if (seconds > 60 && seconds % 60 === 0) return t('unit.min', { n: seconds / 60 })
  return t('unit.s', { n: seconds })
}

export const useDialText = (): Text => useText('dials')
