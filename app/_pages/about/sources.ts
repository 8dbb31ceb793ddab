/** What the page about this site stands on. `note`: a sentence of the catalogue. */
import { type Citation, COOKIES_DRAFT, named } from '@/lib/reading/notes/sources'

const cheatSheets = 'https://cheatsheetseries.owasp.org/cheatsheets'
const rfc = (number: string, title: string) =>
  named(`RFC ${number}, ${title}`, `https://www.rfc-editor.org/rfc/rfc${number}`)

export const SOURCES: readonly (Citation & { note?: 'rfc6265bis' | 'asvs' | 'eddsa' })[] = [
  { ...named('RFC 6265bis (RFC 10025)', COOKIES_DRAFT), note: 'rfc6265bis' },
  rfc('9110', 'HTTP Semantics'),
  rfc('7519', 'JSON Web Token'),
  { ...rfc('9864', 'Fully-Specified Algorithms for JOSE and COSE'), note: 'eddsa' },
  rfc('8725', 'JSON Web Token Best Current Practices'),
  rfc('9700', 'Best Current Practice for OAuth 2.0 Security'),
  rfc('10017', 'OAuth 2.0 for Browser-Based Applications'),
  { ...named('OWASP ASVS 5.0', 'https://github.com/OWASP/ASVS/tree/v5.0.0'), note: 'asvs' },
  named('OWASP Session Management Cheat Sheet', `${cheatSheets}/Session_Management_Cheat_Sheet.html`),
  named('OWASP Logging Cheat Sheet', `${cheatSheets}/Logging_Cheat_Sheet.html`),
  rfc('9116', 'security.txt'),
]
