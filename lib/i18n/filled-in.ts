import { MEASURED_IN } from '@/lib/browsers/measured'
import type { Messages } from './format'

/** Messages name the browser that was measured as {chromium}: said when a catalogue is loaded, so that nobody has to pass it. */
export function filledIn(messages: Messages): Messages {
  const entries = Object.entries(messages).map(([key, value]) => [
    key,
    typeof value === 'string' ? value.replaceAll('{chromium}', MEASURED_IN) : filledIn(value),
  ])
  return Object.fromEntries(entries)
}
