/** An act of the owner in words. */

import type { IconName } from '@/app/_ui/icon'
import type { Text } from '@/lib/i18n/client'
import { timeLeft } from '@/lib/reading/format'
import type { OwnerAct } from '@/lib/trace/model/owner-act'

/** "key of jwt changed, the previous one still taken". `t`: catalogue `timeline`. */
export function actWords(t: Text, act: OwnerAct, locale: string): string {
  return t(`act.long.${act.act}`, {
    lane: act.strategy ?? '',
    device: act.device ? t(`act.device.${act.device}`) : t('act.device.unknown'),
    email: act.email ?? '',
    previous: act.keepPrevious ? 'kept' : 'gone',
    discount: act.discount ?? 0,
    time: timeLeft(act.offsetSeconds ?? 0, locale),
    dials: (act.dials ?? []).map(({ strategy, name, value }) => `${strategy}.${name} ${value}`).join(', '),
  })
}

export function iconOf({ act }: OwnerAct): IconName {
  if (act === 'clock') return 'clock'
  if (act === 'dials') return 'dials'
  if (act === 'promote' || act === 'demote' || act === 'set-discount') return 'person'
  return act.startsWith('force') ? 'power' : 'rows'
}
