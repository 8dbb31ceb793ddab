/** Which lines of an exchange a question is about: they are marked, in every lane alike, so that the mark says nothing of the answer. Pure. */
import type { ReadingName } from '@/lib/reading/observed/readings'

/** `request`, `answer`: the start line. `credential`: the field that carries it. `store`: what the server read and wrote. */
export type LineKind = 'request' | 'credential' | 'answer' | 'set-cookie' | 'store'

export function linesAbout(reading: ReadingName): LineKind {
  if (/store|^reads$|^writes$|row|statement/.test(reading)) return 'store'
  if (/carrier|credential|sent|sending|token|bytes/.test(reading)) return 'credential'
  if (/cookie|max-age/.test(reading)) return 'set-cookie'
  return reading === 'connection-reused' ? 'request' : 'answer'
}
