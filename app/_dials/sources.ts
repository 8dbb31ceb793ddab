/** Where what is said about a dial can be read up. The words are in the catalogue. */

import { asvs, type Citation, cheatSheet, cookies, rfc } from '@/lib/reading/notes/sources'
import type { StrategyName } from '@/lib/strategies/strategy'

/** "Rotation Overlap Period". RFC 9700 knows no such window. */
const OVERLAP: Citation = {
  document: 'Auth0',
  heading: 'Configure Refresh Token Rotation',
  href: 'https://auth0.com/docs/secure/tokens/refresh-tokens/configure-refresh-token-rotation',
}

const COOKIES: Record<string, readonly Citation[]> = {
  crossSite: [asvs('3.5.1'), cheatSheet('Cross-Site Request Forgery Prevention', 'Fetch Metadata headers')],
  sameSite: [cookies('4.1.2.7'), cookies('5.6.7.1'), cookies('5.6.7.2'), asvs('3.3.2')],
  httpOnly: [cookies('4.1.2.6'), asvs('3.3.4')],
  lifetime: [cookies('4.1.2.2')],
}

const DEVICES: Record<string, readonly Citation[]> = {
  deviceLimit: [asvs('7.1.2')],
  whenFull: [asvs('7.1.2'), cheatSheet('Session Management', 'Simultaneous Session Logons')],
}

export const SOURCES: Record<StrategyName, Record<string, readonly Citation[]>> = {
  cookie: {
    ...COOKIES,
    protection: [rfc('6265', '8.3'), asvs('9.1.1')],
    cartFormat: [cookies('5.6')],
    sizeCheck: [cookies('5.6'), asvs('3.3.5')],
    generation: [asvs('7.4.1')],
  },
  session: {
    ...COOKIES,
    ...DEVICES,
    idle: [asvs('7.3.1')],
    absolute: [asvs('7.3.2')],
    sliding: [cheatSheet('Session Management', 'Idle Timeout')],
    renewal: [
      asvs('7.2.4'),
      cheatSheet('Session Management', 'Renew the Session ID After Any Privilege Level Change'),
    ],
    unknownIds: [
      cheatSheet(
        'Session Management',
        'Session ID Generation and Verification: Permissive and Strict Session Management',
      ),
    ],
    customer: [asvs('8.3.2')],
    passwordChange: [asvs('7.4.3')],
    storedId: [rfc('6819', '5.1.4.1.3')],
  },
  jwt: {
    ...COOKIES,
    ...DEVICES,
    carrier: [cheatSheet('HTML5 Security', 'Local Storage'), rfc('6750', '5.3')],
    algorithm: [rfc('8725', '3.1'), rfc('9864', '2.2')],
    accessLife: [rfc('6750', '5.3')],
    tolerance: [rfc('7519', '4.1.4')],
    refresh: [rfc('9700', '4.14.2')],
    reuseDetection: [rfc('9700', '4.14.2')],
    grace: [OVERLAP],
    sendExpired: [rfc('6749', '6')],
    sliding: [asvs('7.3.2')],
    denylist: [asvs('7.4.1'), rfc('7519', '4.1.7')],
    userKeys: [asvs('7.4.1')],
    cartIn: [rfc('7519', '4.3')],
    oldTokens: [asvs('7.4.1'), asvs('7.4.3')],
  },
}

/** Of what stands as it is, with no dial. */
export const FIXED_SOURCES = {
  secure: [cookies('4.1.2.5'), asvs('3.3.1')],
  prefix: [cookies('4.1.3.1')],
  path: [cookies('4.1.2.4')],
} as const satisfies Record<string, readonly Citation[]>
