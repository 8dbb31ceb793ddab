/** Where what is said about a dial can be read up. The words are in the catalogue. */
import type { StrategyName } from '../../lib/strategies/strategy'

export type Source = readonly [label: string, href: string]

const rfc = (number: string, section: string): Source => [
  `RFC ${number}, section ${section}`,
  `https://www.rfc-editor.org/rfc/rfc${number}#section-${section}`,
]
const cookies = (section: string): Source => [
  `RFC 6265bis, section ${section}`,
  `https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-${section}`,
]

const CHAPTERS: Record<string, string> = {
  3: '0x12-V3-Web-Frontend-Security',
  7: '0x16-V7-Session-Management',
  8: '0x17-V8-Authorization',
  9: '0x18-V9-Self-contained-Tokens',
}
const asvs = (requirement: string): Source => [
  `OWASP ASVS 5.0, ${requirement}`,
  `https://github.com/OWASP/ASVS/blob/master/5.0/en/${CHAPTERS[requirement[0]!]}.md`,
]
const cheatSheet = (title: string, anchor: string): Source => [
  `OWASP ${title} Cheat Sheet`,
  `https://cheatsheetseries.owasp.org/cheatsheets/${title.replaceAll(' ', '_')}_Cheat_Sheet.html#${anchor}`,
]

const COOKIES: Record<string, readonly Source[]> = {
  crossSite: [asvs('3.5.1'), cheatSheet('Cross-Site Request Forgery Prevention', 'fetch-metadata-headers')],
  sameSite: [cookies('4.1.2.7'), cookies('5.6.7.2'), asvs('3.3.2')],
  httpOnly: [cookies('4.1.2.6'), asvs('3.3.4')],
  lifetime: [cookies('4.1.2.2')],
}

const DEVICES: Record<string, readonly Source[]> = {
  deviceLimit: [asvs('7.1.2')],
  whenFull: [asvs('7.1.2'), cheatSheet('Session Management', 'simultaneous-session-logons')],
}

export const SOURCES: Record<StrategyName, Record<string, readonly Source[]>> = {
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
    sliding: [cheatSheet('Session Management', 'session-expiration')],
    renewal: [
      asvs('7.2.4'),
      cheatSheet('Session Management', 'renew-the-session-id-after-any-privilege-level-change'),
    ],
    unknownIds: [
      cheatSheet(
        'Session Management',
        'session-id-generation-and-verification-permissive-and-strict-session-management',
      ),
    ],
    customer: [asvs('8.3.2')],
    passwordChange: [asvs('7.4.3')],
    storedId: [rfc('6819', '5.1.4.1.3')],
  },
  jwt: {
    ...COOKIES,
    ...DEVICES,
    carrier: [cheatSheet('HTML5 Security', 'local-storage'), rfc('6750', '5.3')],
    algorithm: [rfc('8725', '3.1')],
    accessLife: [rfc('6750', '5.3')],
    tolerance: [rfc('7519', '4.1.4')],
    refresh: [rfc('9700', '4.14.2')],
    reuseDetection: [rfc('9700', '4.14.2')],
    grace: [rfc('9700', '4.14.2')],
    sendExpired: [rfc('6749', '6')],
    sliding: [asvs('7.3.2')],
    denylist: [asvs('7.4.1'), rfc('7519', '4.1.7')],
    cartIn: [rfc('7519', '4.3')],
    oldTokens: [asvs('7.4.1'), asvs('7.4.3')],
  },
}

/** Of what stands as it is, with no dial. */
export const FIXED_SOURCES = {
  secure: [cookies('4.1.2.5'), asvs('3.3.1')],
  prefix: [cookies('4.1.3.1')],
  path: [cookies('4.1.2.4')],
} as const satisfies Record<string, readonly Source[]>
