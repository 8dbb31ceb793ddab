/** All that the session lane is given: cookies, a clock, the users, and a table. */
import 'server-only'
import { redirect } from 'next/navigation'
import { sessionIds } from '@/lib/strategies/session/credential'
import type { Ports } from '@/lib/strategies/session/ports'
import { createSessionStore } from '@/lib/strategies/session/store'
import { sessionStrategy } from '@/lib/strategies/session/strategy'
import { STRONG } from '@/lib/strategies/session/strong'
import { cookieJar } from '../shared/cookie-jar'
import { database } from '../shared/database'
import { users } from '../shared/users'

const SHOP = 'shop'

const ports = async (): Promise<Ports> => ({
  cookies: await cookieJar(),
  authorization: null,
  now: () => new Date(),
  scope: { sandbox: SHOP, device: 'laptop', path: '' },
  dials: { session: STRONG },
  users,
  sessionIds,
  sessions: sessions(),
})

function sessions() {
  return createSessionStore(database(), SHOP)
}

/** What this request proves, which may be nothing. */
export const open = async () => sessionStrategy.open(await ports(), 'cart')

/** Whoever is not signed in goes no further than this line. */
export async function signedIn() {
  const visit = await open()
  const { customer } = visit.visit
  if (visit.status !== 'valid' || !customer) redirect('/sign-in')
  // The idle end is moved, in the row. No cookie is written: a page may do it.
  await visit.touch()
  return { ...visit, customer }
}

/** The forced sign-out: the rows are deleted, and the next request finds none. */
export const endAll = (userId: string) => sessions().endAll(userId)
