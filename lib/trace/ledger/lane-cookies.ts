/**
 * Cookies of a lane told by their names alone, with and without the prefix (a shop with `INSECURE_HTTP` has none), for whoever cannot ask
 * the server. held.ts knows the name that counts here. Pure: pages read it too.
 */
import type { StrategyName } from '@/lib/strategies/strategy'

const NAMES: Record<StrategyName, RegExp> = {
  cookie: /^(?:__Secure-)?visit$/,
  session: /^(?:__Secure-)?session$/,
  jwt: /^(?:__Secure-)?(?:access|refresh)$/,
}

export const isNamedLike = (strategy: StrategyName, name: string): boolean => NAMES[strategy].test(name)

export const isAccessCookie = (name: string): boolean => /^(?:__Secure-)?access$/.test(name)
