/** Who may ask the authorization server for a sign-in, and with which proof. */
import { randomBytes } from 'node:crypto'
import { HOSTS, type Site, urlOf } from '../names'

export interface SsoClient {
  readonly id: string
  readonly site: Site
  /** null: a public one, an app in a browser that can keep no secret. */
  readonly secret: string | null
  readonly redirectUri: string
}

const SITES: readonly Site[] = ['shop', 'reviews']

/** One server a site, and one app that runs in the browser. */
export const makeClients = (): readonly SsoClient[] =>
  SITES.flatMap((site) => [
    {
      ...{ id: `${site}-server`, site, secret: randomBytes(24).toString('base64url') },
      redirectUri: String(urlOf(HOSTS[site], '/callback')),
    },
    { id: `${site}-app`, site, secret: null, redirectUri: String(urlOf(HOSTS[site], '/app')) },
  ])

export function clientOf(clients: readonly SsoClient[], id: string): SsoClient {
  const client = clients.find((one) => one.id === id)
  if (!client) throw new Error('no such client')
  return client
}
