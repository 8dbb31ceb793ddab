/** What a client holds, as the wire shows it: cookies it sent or was given, and the access token in its memory. */
import { VISIT_COOKIE } from '../strategies/cookie/credential'
import { REFRESH_COOKIE } from '../strategies/jwt/credential'
import { SESSION_COOKIE } from '../strategies/session/credential'
import type { Device, StrategyName } from '../strategies/strategy'
import type { Artifact, CookieAttributes, Form } from './artifact'
import type { Reveal } from './reveal'

interface LaneCookie {
  name: string
  form: Form
  /** Below the path of the shop. */
  path: string
  sameSite: 'Lax' | 'Strict'
}

export const LANE_COOKIES: Record<StrategyName, LaneCookie> = {
  cookie: { name: VISIT_COOKIE, form: 'sealed', path: '', sameSite: 'Lax' },
  session: { name: SESSION_COOKIE, form: 'random', path: '', sameSite: 'Lax' },
  jwt: { name: REFRESH_COOKIE, form: 'random', path: '/refresh', sameSite: 'Strict' },
}

/** With INSECURE_HTTP the prefix goes, and `Secure` with it (RFC 6265bis section 4.1.3.1). */
export const isLaneCookie = (strategy: StrategyName, name: string): boolean =>
  name === LANE_COOKIES[strategy].name || `__Secure-${name}` === LANE_COOKIES[strategy].name

/** As the shop sets it; used for a cookie that was set before anybody watched. */
export function usualAttributes(strategy: StrategyName, name: string, shopPath: string): CookieAttributes {
  const { path, sameSite } = LANE_COOKIES[strategy]
  return { path: shopPath + path, httpOnly: true, secure: name.startsWith('__Secure-'), sameSite }
}

export interface HeldCookie {
  strategy: StrategyName
  device: Device
  name: string
  value: string
  attributes: CookieAttributes
  /** 1 for the first of a name; more than one is `doubled`. */
  nth?: number
}

/** The attacker is no browser: what it stole lies in its memory, and attributes mean nothing there. */
export function heldCookie(
  { strategy, device, name, value, attributes, nth = 1 }: HeldCookie,
  reveal?: Reveal,
): Artifact {
  const place = device === 'attacker' ? 'memory' : 'cookie'
  return {
    ...held(device, place, name, value, reveal),
    id: `${device}/${place}/${name}${nth > 1 ? `/${nth}` : ''}`,
    form: LANE_COOKIES[strategy].form,
    bytes: name.length + value.length,
    attributes: place === 'cookie' ? attributes : null,
  }
}

export const ACCESS_TOKEN = 'access token'

export function heldAccessToken(device: Device, token: string, reveal?: Reveal): Artifact {
  return { ...held(device, 'memory', ACCESS_TOKEN, token, reveal), form: 'signed', bytes: token.length }
}

function held(
  device: Device,
  place: 'cookie' | 'memory',
  name: string,
  value: string,
  reveal?: Reveal,
): Artifact {
  return {
    id: `${device}/${place}/${name}`,
    side: 'browser',
    place,
    device,
    name,
    form: 'random',
    value,
    credential: true,
    bytes: 0,
    attributes: null,
    expiresAt: null,
    contents: [],
    ...reveal,
  }
}
