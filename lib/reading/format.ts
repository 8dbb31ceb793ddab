/** Numbers with their units, as the panel writes them. */

import { dateFormat, numberFormat } from '@/lib/i18n/formatters'

/** "0.38 ms" */
export function millis(micros: number, locale: string): string {
  const digits = micros < 10_000 ? 2 : 1
  const numbers = numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return `${numbers.format(micros / 1000)} ms`
}

/** "10:52:40", in the time zone of the reader. Both languages write it alike, and by hand it is there at once: a format of the browser takes longer to come than a page to draw. */
export function clockTime(iso: string, _locale: string): string {
  const date = new Date(iso)
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')
}

const two = (n: number) => String(n).padStart(2, '0')

/** "Nov 23, 10:52:40 GMT+9", in the time zone of the reader, which is named; so is another year. */
export function dayAndTime(ms: number, locale: string): string {
  const date = new Date(ms)
  const dayTime = dateFormat(locale, {
    hourCycle: 'h23',
    year: date.getFullYear() === new Date().getFullYear() ? undefined : 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(date)
  return `${dayTime} ${zoneAt(date, locale)}`
}

/** By itself: in Korean it would change how hours and minutes are written. */
function zoneAt(date: Date, locale: string): string {
  const parts = dateFormat(locale, { timeZoneName: 'short' }).formatToParts(date)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
}

/** "0:47", "11:58:00"; never below zero. */
export function countdown(seconds: number): string {
  const left = Math.max(0, Math.ceil(seconds))
  const hours = Math.floor(left / 3600)
  const minutes = Math.floor(left / 60) % 60
  return hours > 0 ? `${hours}:${two(minutes)}:${two(left % 60)}` : `${minutes}:${two(left % 60)}`
}

/** What is left in a sentence: "0:47", "11:58:00"; in Korean, where nothing else tells it from a time of day, "47초", "11시간 58분". */
export const timeLeft = (seconds: number, locale: string): string =>
  locale === 'ko' ? duration(seconds, locale) : countdown(seconds)

/** "11 h 59 min", "29 min 50 s", "1 s": no time of day; the two largest units, and never below zero. */
export function duration(seconds: number, locale: string): string {
  let left = Math.max(0, Math.ceil(seconds))
  const counts = UNIT_SECONDS.map((each) => {
    const n = Math.floor(left / each)
    left -= n * each
    return n
  })
  const largest = counts.findIndex((n) => n > 0)
  const first = largest < 0 ? UNIT_SECONDS.length - 1 : largest
  const { units, between } = locale === 'ko' ? KO_UNITS : EN_UNITS
  const shown = counts.map((n, at) =>
    at === first || (at === first + 1 && n > 0) ? [`${n}${units[at]}`] : [],
  )
  return shown.flat().join(between)
}

/** A day, an hour, a minute, a second. */
const UNIT_SECONDS = [86_400, 3600, 60, 1]
const EN_UNITS = { units: ['\u00a0d', '\u00a0h', '\u00a0min', '\u00a0s'], between: '\u00a0' }
const KO_UNITS = { units: ['일', '시간', '분', '초'], between: ' ' }

/** "€1.20" from integer cents. */
export function money(cents: number, currency: string, locale: string): string {
  return numberFormat(locale, { style: 'currency', currency }).format(cents / 100)
}
