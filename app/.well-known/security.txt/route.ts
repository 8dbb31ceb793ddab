import { shopOrigin } from '@/lib/http/host'
import { problem } from '@/lib/http/problem'
import { env, names } from '@/lib/process/env'
import { contactAddress } from '@/lib/site/security-contact'

export const dynamic = 'force-dynamic'

const DAY = 24 * 60 * 60 * 1000
/** RFC 9116 section 2.5.5 advises less than a year. */
const VALID_DAYS = 180

/** RFC 9116. Without somebody who answers there is no file: a contact that nobody reads is worse than none. */
export function GET(): Response {
  const contact = contactAddress(env.SECURITY_CONTACT)
  if (!contact) return problem('not_found')
  const origin = shopOrigin(names())
  const today = Math.floor(Date.now() / DAY) * DAY
  const lines = [
    `Contact: ${contact}`,
    `Expires: ${new Date(today + VALID_DAYS * DAY).toISOString()}`,
    'Preferred-Languages: en, ko',
    `Canonical: ${origin}/.well-known/security.txt`,
    `Policy: ${origin}/about`,
  ]
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}
