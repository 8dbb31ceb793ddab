/**
 * Cookies of a lane told by their names alone, with and without the prefix (a shop with `INSECURE_HTTP` has none), for whoever cannot ask
 * the server. browser-artifacts.ts knows the name that counts here. Pure: pages read it too.
 */
import { cookiesOf, provingCookie } from '@/lib/strategies/lanes'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'

const isCalled = (name: string, asked: string) => asked === name || asked === name.replace('__Secure-', '')

export const isNamedLike = (strategy: StrategyName, name: string): boolean =>
  cookiesOf(strategy).some((cookie) => isCalled(cookie.name, name))

export const isNamedLikeAny = (name: string): boolean => STRATEGIES.some((lane) => isNamedLike(lane, name))

export const isAccessCookie = (name: string): boolean => isCalled(provingCookie('jwt'), name)
