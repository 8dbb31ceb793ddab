/** Who can see a line or a part of a credential. Pure; the words are in the catalogue under `seen`. */
import type { HeadSide } from './wire-parts'

export const SEEN = [
  /** Page script wrote it, or can read it elsewhere. */
  'request',
  /** The browser adds it out of the sight of page script. */
  'request-hidden',
  'response',
  'response-hidden',
  /** No page sent this request. */
  'no-page',
  /** Inside of a token: whoever holds the text can read it. */
  'holder',
  /** Inside of a seal: only who has the key. */
  'key',
] as const
export type LineVisibility = (typeof SEEN)[number]

/** @param script can page script know this line? null: no page sent it */
export function seenOf(side: HeadSide, script: boolean | null): LineVisibility {
  if (script === null) return 'no-page'
  return script ? side : `${side}-hidden`
}
