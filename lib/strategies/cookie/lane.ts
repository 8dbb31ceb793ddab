/** The cookie lane, as the rest of this site knows it. */
import type { Lane } from '../lane'
import { VISIT_COOKIE } from './cookies'
import { COOKIE_DIALS } from './site/dials'

export const cookie = {
  cookies: [{ name: VISIT_COOKIE, path: '', proves: true, formOf: formOfVisit }],
  dials: COOKIE_DIALS,
} as const satisfies Lane

/** `Fe26.2*…` is a seal, `….…` has a signature behind the text. */
export function formOfVisit(text: string): 'sealed' | 'signed' | 'plain' {
  if (text.startsWith('Fe26.2*')) return 'sealed'
  return text.includes('.') ? 'signed' : 'plain'
}
