/** Where it is specified: the sources of notes. */
import { asvs, type Citation, cookies, fetchStandard, named, rfc } from './sources'

export const fetchMetadata = (id: string): Citation =>
  named('Fetch Metadata, W3C', `https://www.w3.org/TR/fetch-metadata/#${id}`)
export const clientHints = named('User-Agent Client Hints, WICG', 'https://wicg.github.io/ua-client-hints/')

const preflight = fetchStandard('HTTP CORS protocol', 'http-cors-protocol')
const ironWebcrypto = named('iron-webcrypto', 'https://github.com/brc-dd/iron-webcrypto')

/** Fields that this site neither sends nor asks for, and that a client or a proxy may add. */
export const FURTHER_FIELDS: Record<string, Citation> = {
  'access-control-request-headers': preflight,
  'access-control-request-method': preflight,
  dnt: named('Tracking Preference Expression, W3C', 'https://www.w3.org/TR/tracking-dnt/'),
  etag: rfc('9110', '8.8.3'),
  expect: rfc('9110', '10.1.1'),
  'host-prefix': cookies('4.1.3.2'),
  'if-none-match': rfc('9110', '13.1.2'),
  partitioned: {
    document: 'draft-cutler-httpbis-partitioned-cookies',
    expired: true,
    href: 'https://datatracker.ietf.org/doc/html/draft-cutler-httpbis-partitioned-cookies',
  },
  priority: rfc('9218', '5'),
  'sec-fetch-storage-access': named(
    'Storage Access Headers, W3C Privacy Community Group',
    'https://privacycg.github.io/storage-access-headers/',
  ),
  'sec-fetch-user': fetchMetadata('sec-fetch-user-header'),
  'sec-gpc': named('Global Privacy Control, W3C', 'https://www.w3.org/TR/gpc/'),
  'upgrade-insecure-requests': named(
    'Upgrade Insecure Requests, W3C',
    'https://www.w3.org/TR/upgrade-insecure-requests/',
  ),
  'x-forwarded-for': rfc('7239', '7.4'),
  'x-forwarded-proto': rfc('7239', '5.4'),
}

export const PARTS_OF_TOKENS: Record<string, Citation> = {
  'jwt-alg': rfc('7515', '4.1.1'),
  'jwt-typ': rfc('9068', '2.1'),
  'jwt-kid': rfc('7515', '4.1.4'),
  'jwt-signature': rfc('7515', '5.2'),
  'claim-iss': rfc('7519', '4.1.1'),
  'claim-sub': rfc('7519', '4.1.2'),
  'claim-aud': rfc('7519', '4.1.3'),
  'claim-exp': rfc('7519', '4.1.4'),
  'claim-nbf': rfc('7519', '4.1.5'),
  'claim-iat': rfc('7519', '4.1.6'),
  'claim-jti': rfc('7519', '4.1.7'),
  'claim-auth-time': rfc('9068', '2.2.1'),
  'claim-sid': {
    document: 'OpenID Connect Front-Channel Logout 1.0',
    section: '3',
    href: 'https://openid.net/specs/openid-connect-frontchannel-1_0.html#OPLogout',
  },
  'claim-role': rfc('7519', '4.3'),
  'claim-discount': rfc('7519', '4.3'),
  'claim-cart': rfc('7519', '4.3'),
}

export const PARTS_OF_COOKIES: Record<string, Citation | null> = {
  'seal-prefix': ironWebcrypto,
  'seal-password-id': ironWebcrypto,
  'seal-encryption-salt': ironWebcrypto,
  'seal-iv': ironWebcrypto,
  'seal-encrypted': ironWebcrypto,
  'seal-expiration': ironWebcrypto,
  'seal-hmac-salt': ironWebcrypto,
  'seal-hmac': rfc('2104', '2'),
  'seal-version': named('iron-session', 'https://github.com/vvo/iron-session'),
  'visit-customer': null,
  'visit-cart': null,
  'visit-exp': null,
  'visit-generation': null,
  'visit-signature': rfc('2104', '2'),
  'opaque-value': asvs('7.2.3'),
}
