/** Which note explains a header field or a cookie attribute, and where it is specified. The words are in the catalogue. */

import { clientHints, FURTHER_FIELDS, fetchMetadata, PARTS_OF_COOKIES, PARTS_OF_TOKENS } from './note-sources'
import { type Citation, cookies, fetchStandard, named, rfc } from './sources'

/** Of a field that nobody has written a note for. */
export const UNKNOWN = 'unknown'

/** slug → source; null: named by this shop. The words are in the catalogue `notes`, under the slug. */
export const NOTES: Record<string, Citation | null> = {
  'request-line': rfc('9112', '3'),
  'status-line': rfc('9112', '4'),
  accept: rfc('9110', '12.5.1'),
  'accept-encoding': rfc('9110', '12.5.3'),
  'accept-language': rfc('9110', '12.5.4'),
  allow: rfc('9110', '10.2.1'),
  authorization: rfc('9110', '11.6.2'),
  bearer: rfc('6750', '1.2'),
  'cache-control': rfc('9111', '5.2.2.5'),
  'content-encoding': rfc('9110', '8.4'),
  'content-security-policy': named('Content Security Policy Level 3, W3C', 'https://www.w3.org/TR/CSP3/'),
  connection: rfc('9110', '7.6.1'),
  'content-length': rfc('9110', '8.6'),
  'content-type': rfc('9110', '8.3'),
  cookie: cookies('4.2'),
  'cross-origin-opener-policy': {
    document: 'HTML',
    section: '7.1.3',
    href: 'https://html.spec.whatwg.org/multipage/browsers.html#cross-origin-opener-policies',
  },
  'cross-origin-resource-policy': fetchStandard(
    'Cross-Origin-Resource-Policy header',
    'cross-origin-resource-policy-header',
  ),
  date: rfc('9110', '6.6.1'),
  domain: cookies('4.1.2.3'),
  expires: cookies('4.1.2.1'),
  host: rfc('9110', '7.2'),
  httponly: cookies('4.1.2.6'),
  'keep-alive': rfc('2068', '19.7.1.1'),
  'max-age': cookies('4.1.2.2'),
  location: rfc('9110', '10.2.2'),
  origin: fetchStandard('Origin header', 'origin-header'),
  path: cookies('4.1.2.4'),
  pragma: rfc('9111', '5.4'),
  referer: rfc('9110', '10.1.3'),
  'referrer-policy': named('Referrer Policy, W3C', 'https://www.w3.org/TR/referrer-policy/'),
  'request-cache-control': rfc('9111', '5.2.1.4'),
  'retry-after': rfc('9110', '10.2.3'),
  samesite: cookies('4.1.2.7'),
  'sec-ch-ua': clientHints,
  'sec-fetch-dest': fetchMetadata('sec-fetch-dest-header'),
  'sec-fetch-mode': fetchMetadata('sec-fetch-mode-header'),
  'sec-fetch-site': fetchMetadata('sec-fetch-site-header'),
  secure: cookies('4.1.2.5'),
  'secure-prefix': cookies('4.1.3.1'),
  'set-cookie': cookies('4.1'),
  'strict-transport-security': rfc('6797', '6.1'),
  'transfer-encoding': rfc('9112', '6.1'),
  'user-agent': rfc('9110', '10.1.5'),
  vary: rfc('9110', '12.5.5'),
  'www-authenticate': rfc('9110', '11.6.1'),
  'x-content-type-options': fetchStandard('X-Content-Type-Options header', 'x-content-type-options-header'),
  'x-frame-options': rfc('7034', '2'),
  ...FURTHER_FIELDS,
  ...PARTS_OF_TOKENS,
  ...PARTS_OF_COOKIES,
  [UNKNOWN]: null,
}

/** The slug of the note of a field. */
export function noteOfField(side: 'request' | 'response', name: string): string {
  const field = name.toLowerCase()
  if (side === 'request' && field === 'cache-control') return 'request-cache-control'
  if (field.startsWith('sec-ch-ua')) return 'sec-ch-ua'
  return FIELDS.test(field) && Object.hasOwn(NOTES, field) ? field : UNKNOWN
}

/** Header fields only: notes of claims and parts have their family in front. */
const FIELDS = /^(?!(jwt|claim|seal|visit|opaque|unknown)\b)/
