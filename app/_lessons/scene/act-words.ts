'use client' // words of several catalogues
import { turnName, useDialText } from '@/app/_live/dials/words'
import { actText } from '@/app/_panel/scenario/act-text'
import { useText } from '@/lib/i18n/client'
import type { LessonAct } from '@/lib/lessons/act'
import { addressOf } from '@/lib/scenario/acts'
import { useLabNames } from '../lab/lab-names'

/** An act of a lesson, as it is to be done: "sign in as mina@shop.example". */
export function useActWords(): (act: LessonAct) => string {
  const t = useText('learn')
  const shop = useText('shop')
  const dials = useDialText()
  const labName = useLabNames()
  return (act) => {
    switch (act.do) {
      case 'dial':
        return `${act.lane}, ${turnName(dials, { strategy: act.lane, name: act.name, value: act.value })}`
      case 'demote':
      case 'promote':
        return t(`act.${act.do}`, { user: addressOf(act.user) })
      case 'restart':
        return t('act.restart')
      case 'rotate-keys':
        return t(act.keepPrevious ? 'act.rotate-keys-keep' : 'act.rotate-keys', { lane: act.lane })
      case 'lab':
        return t('act.lab', { lab: labName(act.lab) })
      default:
        return actText(shop, act)
    }
  }
}
