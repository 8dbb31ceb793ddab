/** Why this browser kept no cookie of the shop, each of which is Secure. Fetched when that is the case. */
import type { Phase } from '../state/types'

export function whyNoCookie(): Phase {
  if (location.protocol === 'http:' && keepsOne()) return isHere() ? 'secure-over-http' : 'insecure'
  return window.isSecureContext ? 'cookies-blocked' : 'insecure'
}

/** This machine, for which browsers differ; another one over plain http keeps no Secure cookie in any. */
const isHere = () => /^(localhost|127\.0\.0\.1|\[::1\])$/.test(location.hostname)

/** Without Secure: what the browser keeps then, it is not told to block. */
function keepsOne(): boolean {
  const name = 'remember-me-kept'
  try {
    // biome-ignore lint/suspicious/noDocumentCookie: no await between, so that no request takes it along
    document.cookie = `${name}=1; SameSite=Strict; Max-Age=9`
    const kept = document.cookie.includes(`${name}=1`)
    // biome-ignore lint/suspicious/noDocumentCookie: as above
    document.cookie = `${name}=; Max-Age=0`
    return kept
  } catch {
    return false
  }
}
