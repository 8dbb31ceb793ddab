/** An act of the owner in words. Pure. */
import type { Text } from '@/lib/i18n/text'
import type { OwnerAct } from '@/lib/trace/model/owner-act'
import { timeLeft } from '../format'

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
