/** When a site fetches the keys of the authorization server again: all that differs between the positions. */
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  type JSONWebKeySet,
  type JWKSCacheInput,
  type JWTVerifyGetKey,
  jwksCache,
  type RemoteJWKSetOptions,
} from 'jose'
import type { SandboxClock } from '@/lib/sandbox/world/clock'
import type { ServerFetch } from '../between'
import type { KeyPolicy } from '../options'

/** Milliseconds. `at-unknown-kid`: as jose comes, ten minutes and a pause of 30 s after each fetch. */
const WAYS: Record<Exclude<KeyPolicy, 'once'>, RemoteJWKSetOptions> = {
  'at-unknown-kid': {},
  'at-each-unknown-kid': { cooldownDuration: 0 },
  // Nothing is fetched for an unknown kid: the pause never ends.
  'each-minute': { cacheMaxAge: 60_000, cooldownDuration: Number.MAX_SAFE_INTEGER },
}

export function keysFrom(
  url: URL,
  { way, clock, fetch }: { way: KeyPolicy; clock: SandboxClock; fetch: ServerFetch },
): JWTVerifyGetKey {
  return way === 'once' ? fetchedOnce(url, fetch) : fetchedAgain(url, WAYS[way], clock, fetch)
}

/** For ever: what came at the first use is not looked at again until the server is started anew. */
function fetchedOnce(url: URL, fetch: ServerFetch): JWTVerifyGetKey {
  let keys: Promise<JWTVerifyGetKey> | null = null
  return async (header, token) => {
    keys ??= fetch(String(url)).then(async (response) => createLocalJWKSet(await response.json()))
    return (await keys)(header, token)
  }
}

/**
 * jose counts by the machine's clock, and a run by its own, which is turned. So jose is told the age of what was fetched by the run's clock,
 * and counts on from there.
 */
function fetchedAgain(
  url: URL,
  options: RemoteJWKSetOptions,
  clock: SandboxClock,
  fetch: ServerFetch,
): JWTVerifyGetKey {
  let kept: { jwks: JSONWebKeySet; at: number } | null = null
  return async (header, token) => {
    const age = kept ? clock.now().getTime() - kept.at : 0
    const cache: JWKSCacheInput = kept ? { jwks: kept.jwks, uat: Date.now() - age } : {}
    const keys = createRemoteJWKSet(url, {
      ...options,
      [customFetch]: (href, init) => fetch(href, init),
      [jwksCache]: cache,
    })
    try {
      return await keys(header, token)
    } finally {
      if (cache.jwks && cache.jwks !== kept?.jwks) kept = { jwks: cache.jwks, at: clock.now().getTime() }
    }
  }
}
