/** Mina's browser at one site: with a cookie of the site's own, or with an app that keeps an access token in its memory. */

import type { HostBrowser, Walk } from './browser'
import { HOSTS, type Site, urlOf } from './names'
import type { RelyingParty } from './site/relying'
import type { Seat, SignInWalk } from './sso'

interface SeatAround {
  readonly site: Site
  readonly browser: HostBrowser
  readonly password: string
  questions(): number
}

const walked = ({ last, asked, replies }: Walk): SignInWalk => ({ last, asked, requests: replies.length })

export function siteSeat({ site, browser, password, questions }: SeatAround): Seat {
  const at = (path: string) => urlOf(HOSTS[site], path)
  return {
    async signIn(how) {
      const path = how === 'silent' ? '/sign-in?silent' : '/sign-in'
      return walked(await browser.walk(at(path), { action: 'sign-in' }, { user: 'mina', text: password }))
    },
    me: () => browser.send(at('/me')),
    async signOut() {
      const walk = await browser.walk(at('/sign-out'), { method: 'POST', action: 'sign-out' }, null)
      return walk.last
    },
    get questions() {
      return questions()
    },
  }
}

export interface AppSeat extends Seat {
  /** In memory. */
  readonly token: string
}

export function appSeat({
  site,
  browser,
  password,
  questions,
  relying,
  resources,
}: SeatAround & { relying: RelyingParty; resources: readonly Site[] }): AppSeat {
  let token = ''
  return {
    async signIn(how) {
      const { walk, accessToken } = await signedIn({
        browser,
        relying,
        password,
        resources,
        silent: how === 'silent',
      })
      if (accessToken !== null) token = accessToken
      return walked(walk)
    },
    me: () => browser.send(urlOf(HOSTS[site], '/me'), { headers: bearer(token) }),
    async signOut() {
      token = ''
      const url = urlOf(HOSTS.login, `/customers/end-session?client_id=${site}-app`)
      return (await browser.walk(url, { action: 'sign-out' }, null)).last
    },
    get questions() {
      return questions()
    },
    get token() {
      return token
    },
  }
}

export const bearer = (token: string): [string, string][] =>
  token === '' ? [] : [['Authorization', `Bearer ${token}`]]

interface AppSignIn {
  browser: HostBrowser
  relying: RelyingParty
  user?: string
  password: string
  resources: readonly Site[]
  silent?: boolean
}

/** By an app in this browser. `accessToken`: null where the authorization server has sent it back without a code. */
export async function signedIn({
  browser,
  relying,
  user = 'mina',
  password,
  resources,
  silent = false,
}: AppSignIn) {
  const { url, pending } = await relying.begin({ resources, silent })
  const walk = await browser.walk(url, { action: 'sign-in' }, { user, text: password })
  if (!walk.at.searchParams.has('code')) return { walk, accessToken: null }
  const { accessToken } = await relying.finish(walk.at, pending)
  return { walk, accessToken }
}
