/** Terms of the glossary, in the order in which they are shown: what each says is in the catalogue `glossary`, by id. */
import type { StrategyName } from '@/lib/strategies/strategy'

/** Where a term can be seen at work. */
export type TermPlace =
  /** Slug of a lab. */
  | { lab: string }
  /** A view of the panel on the page of a lane. */
  | { lane: StrategyName; view: 'wire' | 'steps' | 'stored' }
  | { page: '/bench' }

export interface Term {
  /** Lower case, words joined by hyphens: in addresses, and in the lessons that teach or use it. */
  readonly id: string
  /** null: what shows it is still to come. */
  readonly see: TermPlace | null
}

export const TERMS: readonly Term[] = [
  { id: 'stateless', see: { lab: 'x02-amnesia' } },
  { id: 'stateful', see: { lane: 'session', view: 'stored' } },
  { id: 'persistent-connection', see: { lane: 'cookie', view: 'wire' } },
  { id: 'cookie', see: { lane: 'cookie', view: 'wire' } },
  { id: 'session', see: { lane: 'session', view: 'stored' } },
  { id: 'token', see: { lane: 'jwt', view: 'wire' } },
  { id: 'cookie-jar', see: { lane: 'cookie', view: 'stored' } },
  { id: 'set-cookie', see: { lab: 'x03-attributes' } },
  { id: 'cookie-attribute', see: { lab: 'x03-attributes' } },
  { id: 'session-cookie', see: { lab: 'x08-browser-close' } },
  { id: 'server-session', see: { lane: 'session', view: 'stored' } },
  { id: 'persistent-cookie', see: { lab: 'x08-browser-close' } },
  { id: 'third-party-cookie', see: { lab: 'x11-csrf' } },
  { id: 'path-attribute', see: { lab: 'x03-attributes' } },
  { id: 'domain-attribute', see: { lab: 'x03-attributes' } },
  { id: 'cookie-prefix', see: { lab: 'x03-attributes' } },
  { id: 'expiry', see: { lab: 'x07-expiry' } },
  { id: 'http-only', see: { lab: 'x10-xss' } },
  { id: 'secure', see: { lab: 'x03-attributes' } },
  { id: 'same-site', see: { lab: 'x11-csrf' } },
  { id: 'same-site-attribute', see: { lab: 'x11-csrf' } },
  { id: 'cross-site', see: { lab: 'x11-csrf' } },
  { id: 'issue', see: { lane: 'jwt', view: 'steps' } },
  { id: 'store', see: { lane: 'session', view: 'stored' } },
  { id: 'sign-in', see: { lane: 'session', view: 'steps' } },
  { id: 'sign-out', see: { lab: 'x09-theft' } },
  { id: 'forced-sign-out', see: { lab: 'x13-forced-sign-out' } },
  { id: 'concurrent-session-limit', see: { lab: 'x14-devices' } },
  { id: 'device-list', see: { lab: 'x14-devices' } },
  { id: 'browser-close', see: { lab: 'x08-browser-close' } },
  { id: 'remember-me', see: { lab: 'x23-remember-me' } },
  { id: 'authentication', see: { lane: 'session', view: 'steps' } },
  { id: 'authorization', see: { lab: 'x15-password-and-role' } },
  { id: 'credential', see: { lane: 'cookie', view: 'wire' } },
  { id: 'bearer', see: { lab: 'x09-theft' } },
  { id: 'encode', see: { page: '/bench' } },
  { id: 'decode', see: { page: '/bench' } },
  { id: 'encrypt', see: { lab: 'x06-tamper' } },
  { id: 'decrypt', see: { page: '/bench' } },
  { id: 'sign', see: { lab: 'x06-tamper' } },
  { id: 'verify', see: { lane: 'jwt', view: 'steps' } },
  { id: 'signature', see: { lab: 'x06-tamper' } },
  { id: 'hash', see: { lane: 'session', view: 'stored' } },
  { id: 'mac', see: { page: '/bench' } },
  { id: 'plain-cookie', see: { lab: 'x06-tamper' } },
  { id: 'signed-cookie', see: { lab: 'x06-tamper' } },
  { id: 'sealed-cookie', see: { lab: 'x06-tamper' } },
  { id: 'secret-key', see: { lab: 'x06-tamper' } },
  { id: 'key-pair', see: { lane: 'jwt', view: 'stored' } },
  { id: 'tamper', see: { lab: 'x06-tamper' } },
  { id: 'forge', see: { lab: 'x06-tamper' } },
  { id: 'theft', see: { lab: 'x09-theft' } },
  { id: 'replay', see: { lab: 'x09-theft' } },
  { id: 'session-fixation', see: { lab: 'x12-fixation' } },
  { id: 'xss', see: { lab: 'x10-xss' } },
  { id: 'csrf', see: { lab: 'x11-csrf' } },
  { id: 'claim', see: { page: '/bench' } },
  { id: 'claims-set', see: { page: '/bench' } },
  { id: 'registered-claim', see: { page: '/bench' } },
  { id: 'issuer', see: { page: '/bench' } },
  { id: 'subject', see: { page: '/bench' } },
  { id: 'audience', see: { page: '/bench' } },
  { id: 'payload', see: { page: '/bench' } },
  { id: 'access-token', see: { lane: 'jwt', view: 'wire' } },
  { id: 'refresh-token', see: { lab: 'x16-refresh' } },
  { id: 'rotation', see: { lab: 'x16-refresh' } },
  { id: 'reuse-detection', see: { lab: 'x16-refresh' } },
  { id: 'token-family', see: { lane: 'jwt', view: 'stored' } },
  { id: 'sliding-session', see: { lab: 'x07-expiry' } },
  { id: 'idle-timeout', see: { lab: 'x07-expiry' } },
  { id: 'absolute-timeout', see: { lab: 'x07-expiry' } },
  { id: 'revoke', see: { lab: 'x13-forced-sign-out' } },
  { id: 'denylist', see: { lab: 'x13-forced-sign-out' } },
  { id: 'stale-data', see: { lab: 'x15-password-and-role' } },
  { id: 'role', see: { lab: 'x15-password-and-role' } },
  { id: 'opaque-token', see: { lane: 'session', view: 'wire' } },
  { id: 'local-storage', see: { lab: 'x21-blocked-storage' } },
  { id: 'cache', see: { lab: 'x20-cache' } },
  { id: 'scale-out', see: { lab: 'x17-cluster' } },
  { id: 'load-balancer', see: { lab: 'x17-cluster' } },
  { id: 'sticky-session', see: { lab: 'x17-cluster' } },
  { id: 'session-replication', see: { lab: 'x17-cluster' } },
  { id: 'single-sign-on', see: { lab: 'x18-single-sign-on' } },
  { id: 'resource-server', see: { lab: 'x18-single-sign-on' } },
  { id: 'native-app', see: { lab: 'x19-native-client' } },
]

export const termOf = (id: string): Term | null => TERMS.find((term) => term.id === id) ?? null
