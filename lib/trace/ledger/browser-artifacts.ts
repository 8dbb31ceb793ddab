/** What a client holds, as the wire shows it: cookies it sent or was given, and the access token in its memory. */
import { nameHere } from '@/lib/http/cookies'
import type { Dials } from '@/lib/strategies/dials'
import type { LaneCookie } from '@/lib/strategies/lane'
import { cookiesOf } from '@/lib/strategies/lanes'
import type { Device, StrategyName } from '@/lib/strategies/strategy'
import type { Artifact, CookieAttributes } from '../model/artifact'
import type { RevealedArtifact } from '../record/reveal'

/** null: not of this lane, or not by the name that the shop reads. */
export const laneCookie = (strategy: StrategyName, name: string): LaneCookie | null =>
  cookiesOf(strategy).find((one) => nameHere(one.name) === name) ?? null

/** As the shop sets it now; used for a cookie that was set before anybody watched. */
export function usualAttributes(
  strategy: StrategyName,
  { name, path }: { name: string; path: string },
  dials: Dials,
): CookieAttributes {
  const { httpOnly, sameSite } = dials[strategy]
  return { path, httpOnly, secure: name.startsWith('__Secure-'), sameSite }
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
const placeOfCookie = (device: Device) => (device === 'attacker' ? 'memory' : 'cookie')

export const cookieId = ({ device, name, nth = 1 }: Pick<HeldCookie, 'device' | 'name' | 'nth'>): string =>
  `${device}/${placeOfCookie(device)}/${name}${nth > 1 ? `/${nth}` : ''}`

export function heldCookie(cookie: HeldCookie, reveal?: RevealedArtifact): Artifact {
  const { strategy, device, name, value, attributes } = cookie
  const place = placeOfCookie(device)
  return {
    ...held(device, place, name, value, reveal),
    id: cookieId(cookie),
    form: laneCookie(strategy, name)?.formOf(value) ?? 'random',
    bytes: name.length + value.length,
    attributes: place === 'cookie' ? attributes : null,
  }
}

export const ACCESS_TOKEN = 'access token'

/** Where a page keeps the token that it gets in a body. The attacker's program has no storage of this site. */
export const placeOfToken = (device: Device, { jwt }: Dials): 'memory' | 'localStorage' =>
  jwt.carrier === 'local-storage' && device !== 'attacker' ? 'localStorage' : 'memory'

export function heldAccessToken(
  device: Device,
  place: 'memory' | 'localStorage',
  token: string,
  reveal?: RevealedArtifact,
): Artifact {
  return { ...held(device, place, ACCESS_TOKEN, token, reveal), form: 'signed', bytes: token.length }
}

/** In whichever place: the text that proves who asks in the jwt lane. */
export const isAccessToken = ({ name }: Pick<Artifact, 'name'>): boolean =>
  name === ACCESS_TOKEN || laneCookie('jwt', name)?.proves === true

function held(
  device: Device,
  place: 'cookie' | 'memory' | 'localStorage',
  name: string,
  value: string,
  reveal?: RevealedArtifact,
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
