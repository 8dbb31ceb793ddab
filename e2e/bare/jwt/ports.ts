/** All that the JWT lane is given: cookies, a clock, the users, keys, and its tables. */
import 'server-only'
import { redirect } from 'next/navigation'
import { createCartStore } from '@/lib/strategies/jwt/carts'
import { createAccessTokens } from '@/lib/strategies/jwt/credential'
import { createDeniedTokenStore } from '@/lib/strategies/jwt/denied'
import type { JwtChoices, Ports } from '@/lib/strategies/jwt/ports'
import { createRefreshTokens } from '@/lib/strategies/jwt/refresh-tokens'
import { createRefreshFamilyStore } from '@/lib/strategies/jwt/store'
import { jwtStrategy } from '@/lib/strategies/jwt/strategy'
import { STRONG } from '@/lib/strategies/jwt/strong'
import { createUserKeyStore } from '@/lib/strategies/jwt/user-keys'
import { cookieJar } from '../shared/cookie-jar'
import { database } from '../shared/database'
import { setting } from '../shared/setting'
import { users } from '../shared/users'

const SHOP = 'shop'

const CHOICES: JwtChoices = {
  ...STRONG,
  // Pages are made on the server, so the token has to come with the request that asks for one.
  carrier: 'cookie',
  // Tabs that wake up together refresh together, and no script of a page makes them take turns.
  grace: 10,
  accessLife: Number(process.env.ACCESS_LIFE ?? STRONG.accessLife),
}

export const ports = async (): Promise<Ports> => ({
  cookies: await cookieJar(),
  authorization: null,
  now: () => new Date(),
  scope: { sandbox: SHOP, device: 'laptop', path: '' },
  dials: { jwt: CHOICES },
  users,
  // To change a key put a new one in front: the first signs, all verify.
  accessTokens: createAccessTokens([{ kid: '1', key: key('ACCESS_KEY') }], SHOP),
  refreshTokens: createRefreshTokens([key('REFRESH_KEY')]),
  families: families(),
  carts: createCartStore(database(), SHOP),
  denied: createDeniedTokenStore(database(), SHOP),
  userKeys: createUserKeyStore(database(), SHOP),
})

function families() {
  return createRefreshFamilyStore(database(), SHOP)
}

const key = (name: string) => Buffer.from(setting(name), 'base64url')

/** What this request proves, which may be nothing. */
export const open = async () => jwtStrategy.open(await ports(), 'cart')

/** Whoever is not signed in goes no further than this line. @param here where to come back to */
export async function signedIn(here = '/') {
  const visit = await open()
  const { customer } = visit.visit
  // A page can not set a cookie: app/refresh/route.ts can, and only it gets the refresh token.
  if (visit.status === 'expired') redirect(`/refresh?${new URLSearchParams({ to: here })}`)
  if (visit.status !== 'valid' || !customer) redirect('/sign-in')
  return { ...visit, customer }
}

/** The forced sign-out: nothing is renewed from here. Access tokens that are out stay good until they expire. */
export const endAll = (userId: string) => families().endAll(userId, 'forced', new Date())
