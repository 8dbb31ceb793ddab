/** Who an exchange shows to be signed in: an answer does not say it, the credential that came along does. Pure. */
import type { Exchange } from '@/lib/trace/model/exchange'

/** An e-mail address; `nobody`; null: it does not show. */
export function shownBy({ action, credential, response }: Exchange): string | null {
  // A refresh shows the refresh token alone. Signing in and out change who it is: there the answer counts.
  if (action === 'refresh' || !response) return null
  if ((action === 'sign-in' || action === 'sign-out') && response.status < 300) return null
  if (credential.status === 'absent') return 'nobody'
  return credential.status === 'valid' ? (credential.email ?? 'nobody') : null
}
