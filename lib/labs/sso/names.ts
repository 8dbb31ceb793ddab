/** The hosts of a run: names of three sites, all of them on this machine. Another port would be the same site, and would get the same cookies. */
export const HOSTS = {
  login: 'login.example',
  shop: 'shop.example',
  /** Of the shop's site. */
  help: 'help.shop.example',
  reviews: 'reviews.example',
} as const
export type Site = 'shop' | 'reviews'
export type HostName = (typeof HOSTS)[keyof typeof HOSTS]

/** As the wire tells who answers. */
export const SPOKEN: Readonly<Record<HostName, string>> = {
  'login.example': 'authorization server',
  'shop.example': 'shop.example',
  'help.shop.example': 'help.shop.example',
  'reviews.example': 'reviews.example',
}

export const isHost = (name: string): name is HostName => Object.hasOwn(SPOKEN, name)

export const urlOf = (host: HostName, path: string) => new URL(path, `http://${host}`)

/** Two issuers of one server with one set of keys, as large providers have them: the shop knows the first. */
export const TENANTS = ['customers', 'partners'] as const
export type Tenant = (typeof TENANTS)[number]
export const issuerOf = (tenant: Tenant) => `http://${HOSTS.login}/${tenant}`

export const resourceOf = (site: Site) => `http://${HOSTS[site]}`

export const isTenant = (name: string): name is Tenant => TENANTS.some((one) => one === name)
