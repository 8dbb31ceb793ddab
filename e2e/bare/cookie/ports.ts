/** All that the cookie lane is given: cookies, a clock, the users, and a key. */
import 'server-only'
import { redirect } from 'next/navigation'
import { createSeals } from '@/lib/strategies/cookie/credential'
import type { Ports } from '@/lib/strategies/cookie/ports'
import { cookieStrategy } from '@/lib/strategies/cookie/strategy'
import { STRONG } from '@/lib/strategies/cookie/strong'
import { cookieJar } from '../shared/cookie-jar'
import { setting } from '../shared/setting'
import { users } from '../shared/users'

const ports = async (): Promise<Ports> => ({
  cookies: await cookieJar(),
  authorization: null,
  now: () => new Date(),
  scope: { sandbox: 'shop', device: 'laptop', path: '' },
  dials: { cookie: STRONG },
  users,
  // To change the password put a second one on top, `2`: the highest number seals, all of them open.
  seals: createSeals({ 1: setting('VISIT_PASSWORD') }),
  // Two choices that this shop has not made ask for these.
  generations: { current: notChosen, raise: notChosen },
  products: { find: () => null },
})

/** What this request proves, which may be nothing. */
export const open = async () => cookieStrategy.open(await ports(), 'cart')

/** Whoever is not signed in goes no further than this line. */
export async function signedIn() {
  const visit = await open()
  const { customer } = visit.visit
  if (visit.status !== 'valid' || !customer) redirect('/sign-in')
  return { ...visit, customer }
}

/** The forced sign-out: there is nothing to end it with. All of it is in the browser. */
export async function endAll(_userId: string) {}

function notChosen(): never {
  throw new Error('`generation` is off: nothing is remembered of a customer')
}
