import { numberFormat } from '@/lib/i18n/formatters'
import type { Text } from '@/lib/i18n/text'
import type { TimeSpan } from '@/lib/lessons/times'

/** "1 to 2.5 min" */
export function spanText(teach: Text, locale: string, { least, most }: TimeSpan): string {
  const minutes = (seconds: number) => numberFormat(locale).format(seconds / 60)
  return least === most
    ? teach('time.one', { n: minutes(most) })
    : teach('time.span', { least: minutes(least), most: minutes(most) })
}

/** As a clock that was started with the class: "0:26". */
export const clockText = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
