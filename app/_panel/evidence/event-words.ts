'use client' // reads the catalogues
import { type Text, useLocale, useText } from '@/lib/i18n/client'
import { actWords } from '@/lib/reading/timeline/act-words'
import type { OutsideEvent } from '@/lib/reading/timeline/event-id'

/** "forced sign-out of mina@shop.example"; "key of jwt changed, the previous one is still accepted". */
export function useEventWords(): (event: OutsideEvent) => string {
  const t = useText('evidence')
  const timeline = useText('timeline')
  const locale = useLocale()
  return (event) =>
    event.act === 'force-sign-out'
      ? t('event.force-sign-out', { email: event.email })
      : actWords(timeline, event, locale)
}

/** "forced sign-out", "clock": as the timeline writes it. @param t catalogue `timeline`, @param inspector catalogue `inspector` */
export const shortWords = (t: Text, inspector: Text, { act }: OutsideEvent): string =>
  act === 'force-sign-out' ? inspector('timeline.desk') : t(`act.short.${act}`)
