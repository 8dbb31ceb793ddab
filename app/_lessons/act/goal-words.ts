'use client' // words of several catalogues
import { dialName, positionName, useDialText } from '@/app/_live/dials/words'
import { useLive } from '@/app/_live/state/store'
import { useLocale, useText } from '@/lib/i18n/client'
import type { Goal, Level } from '@/lib/lessons/goal'
import type { StepRecord } from '@/lib/lessons/progress/progress'
import { duration } from '@/lib/reading/format'
import type { Exchange } from '@/lib/trace/model/exchange'
import { useLabNames } from '../lab/lab-names'

/** What an act step waits for, as what has been done: "Forced sign-out. Read the cart, on the phone." */
export function useGoalWords(pin: StepRecord['pin']): (goal: Goal) => string {
  const partsOf = useParts(usePinned(pin))
  return (goal) => [...new Set(partsOf(goal))].map((part) => `${part}.`).join(' ')
}

/** What came, where the goal does not name it; undefined: it has gone with its sandbox. */
function usePinned(pin: StepRecord['pin']): Exchange | undefined {
  const ids: readonly string[] = Object.values(pin?.exchanges ?? {})
  return useLive((live) => live.exchanges.findLast(({ id }) => ids.includes(id)))
}

function useParts(pinned: Exchange | undefined): (goal: Goal) => string[] {
  const t = useText('learn')
  const told = useText('told')
  const timeline = useText('timeline')
  const shop = useText('shop')
  const levelOf = useLevel()
  const labName = useLabNames()
  const partsOf = (goal: Goal): string[] => {
    if ('all' in goal) return goal.all.flatMap(partsOf)
    if ('inOrder' in goal) return goal.inOrder.flatMap(partsOf)
    if ('any' in goal) return partsOf(goal.any[0]!)
    if ('holds' in goal) return levelOf(goal.holds)
    if ('ran' in goal) return [t('act.ran', { lab: labName(goal.ran.lab) })]
    if ('done' in goal)
      return [goal.done === 'force-sign-out' ? told('forced') : capital(timeline(`act.short.${goal.done}`))]
    const { action = pinned?.action ?? 'other', device = pinned?.device } = goal.seen
    const cause = capital(shop(`news.act.${action.replace('.', '-')}`))
    return [device ? told('on', { cause, device: told(`device.${device}`) }) : cause]
  }
  return partsOf
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function useLevel(): (level: Level) => string[] {
  const t = useDialText()
  const told = useText('told')
  const locale = useLocale()
  return ({ dial, clockAhead }) => {
    if (dial) {
      const turn = { strategy: dial.lane, name: dial.name, value: dial.value }
      return [`${dialName(t, dial.lane, dial.name)}: ${positionName(t, turn)}`]
    }
    return clockAhead === undefined ? [] : [told('clock', { time: duration(clockAhead, locale) })]
  }
}
