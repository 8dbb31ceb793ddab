/** A site or an app as a client of the authorization server, by openid-client: the code flow with PKCE, state, nonce, and `iss` (RFC 9207). */
import * as oidc from 'openid-client'
import type { SandboxClock } from '@/lib/sandbox/world/clock'
import type { ServerFetch } from '../between'
import { issuerOf, resourceOf, type Site, type Tenant } from '../names'
import type { SsoClient } from '../server/clients'

/** What has to be there again when the browser comes back. */
export interface PendingSignIn {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

export interface RelyingParty {
  /** Where to send the browser. */
  begin(asked: { resources: readonly Site[]; silent: boolean }): Promise<{ url: URL; pending: PendingSignIn }>
  /** @throws when anything about the answer is not as it was asked for */
  finish(url: URL, pending: PendingSignIn): Promise<SignedIn>
  /** RFC 7662. */
  ask(token: string): Promise<Readonly<Record<string, unknown>>>
}

export interface SignedIn {
  readonly accessToken: string
  readonly sub: string
  readonly sid: string
}

interface Around {
  client: SsoClient
  tenant?: Tenant
  clock: SandboxClock
  fetch: ServerFetch
}

export function relying({ client, tenant = 'customers', clock, fetch }: Around): RelyingParty {
  const setUp = once(() => configured(client, tenant, fetch))
  /** openid-client takes the machine's clock: it is told how far the run's is ahead. */
  const now = async () => {
    const server = (await setUp()).serverMetadata()
    return withFetch(new oidc.Configuration(server, client.id, metadataOf(clock), proofOf(client)), fetch)
  }
  return {
    async begin({ resources, silent }) {
      const pending = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      }
      const asked = new URLSearchParams({
        redirect_uri: client.redirectUri,
        scope: 'openid',
        code_challenge: await oidc.calculatePKCECodeChallenge(pending.verifier),
        code_challenge_method: 'S256',
        ...{ state: pending.state, nonce: pending.nonce },
        ...(silent && { prompt: 'none' }),
      })
      for (const site of resources) asked.append('resource', resourceOf(site))
      return { url: oidc.buildAuthorizationUrl(await now(), asked), pending }
    },
    async finish(url, { state, nonce, verifier }) {
      const checks = {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      }
      const tokens = await oidc.authorizationCodeGrant(await now(), url, checks)
      const { sub, sid } = tokens.claims()!
      return { accessToken: tokens.access_token, sub, sid: String(sid) }
    },
    ask: async (token) => oidc.tokenIntrospection(await now(), token),
  }
}

/** What the authorization server says of itself is asked once. */
const configured = (client: SsoClient, tenant: Tenant, fetch: ServerFetch) =>
  oidc.discovery(new URL(issuerOf(tenant)), client.id, {}, proofOf(client), {
    [oidc.customFetch]: fetch,
    // No TLS inside of this machine.
    execute: [oidc.allowInsecureRequests],
  })

const metadataOf = (clock: SandboxClock) => ({
  id_token_signed_response_alg: 'ES256',
  [oidc.clockSkew]: clock.offsetSeconds,
})

const proofOf = ({ secret }: SsoClient) => (secret === null ? oidc.None() : oidc.ClientSecretPost(secret))

function withFetch(config: oidc.Configuration, fetch: ServerFetch): oidc.Configuration {
  config[oidc.customFetch] = fetch
  oidc.allowInsecureRequests(config)
  // Over TLS a code's ID token may go unchecked, as it comes from the server itself (OpenID Connect Core 1.0 section 3.1.3.7). Here is none.
  oidc.enableNonRepudiationChecks(config)
  return config
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null
  return () => {
    made ??= make()
    return made
  }
}
