/**
 * cookie: the browser holds everything.
 *
 * Browser: one sealed cookie with customer, cart and expiry.
 * Server:  a key. No row, no list, no memory.
 * Cost:    no database at all; the whole state travels with every request.
 * Cannot:  end a visit. Whoever kept a copy of the cookie can send it until its own expiry,
 *          and of two writes at once the slower answer wins (lost update).
 */
import { NOBODY, type Visit } from '@/lib/shop/visit'
import {
  type CredentialStatus,
  MOST_OF_COOKIE,
  type OpenVisit,
  type RefusalReason,
  type Strategy,
} from '../strategy'
import { seconds } from '../time'
import { fromCookie, toCookie } from './cart-format'
import { takeBack, VISIT_COOKIE, writeCookie } from './cookies'
import type { SealedVisit } from './credential'
import { generationOf, isOutdated, raiseGeneration } from './generation'
import { endOfNewVisit } from './lifetime'
import type { Ports } from './ports'

export const cookieStrategy: Strategy<Ports> = {
  name: 'cookie',
  ambient: () => true,

  async open(ports) {
    const sent = ports.cookies.read(VISIT_COOKIE)
    if (sent.length === 0) return handle(ports, 'absent')
    if (sent.length > 1) return handle(ports, 'refused', { reason: 'doubled' })
    const sealed = await ports.seals.unseal(sent[0]!)
    if (!sealed) return handle(ports, 'refused', { reason: 'not_authentic' })
    if (sealed.exp <= seconds(ports.now())) return handle(ports, 'expired')
    if (await isOutdated(ports, sealed)) return handle(ports, 'refused', { reason: 'outdated' })
    return handle(ports, 'valid', { sealed })
  },
}

interface Found {
  sealed?: SealedVisit
  reason?: RefusalReason
}

function handle(ports: Ports, status: CredentialStatus, { sealed, reason }: Found = {}): OpenVisit {
  const visit = sealed ? { customer: sealed.customer, cart: fromCookie(sealed.cart) } : NOBODY
  // Re-sealing must not move the end: the same visit, the same absolute expiry.
  const exp = sealed?.exp ?? endOfNewVisit(ports)
  return {
    status,
    reason,
    visit,
    expiresAt: sealed ? new Date(sealed.exp * 1000) : null,
    save: (next) => write(ports, next, exp, sealed?.generation),
    // A new seal with a new end. The old one stays good wherever a copy of it lies: there is nothing here to end it with.
    renew: async (next) => write(ports, next, endOfNewVisit(ports), await generationOf(ports, next.customer)),
    touch: async () => undefined,
    end: async () => {
      await raiseGeneration(ports, visit.customer)
      if (status !== 'absent') takeBack(ports)
    },
    passwordChanged: async () => {
      const generation = await raiseGeneration(ports, visit.customer)
      if (generation) await write(ports, visit, exp, generation)
    },
    devices: null,
  }
}

async function write(ports: Ports, next: Visit, exp: number, generation?: number) {
  const value = await ports.seals.seal({
    customer: next.customer,
    cart: toCookie(ports, next.cart),
    exp,
    ...(generation !== undefined && { generation }),
  })
  if (VISIT_COOKIE.length + value.length > (ports.largest ?? MOST_OF_COOKIE))
    return { outcome: 'full' } as const
  writeCookie(ports, value, exp - seconds(ports.now()))
  return { outcome: 'saved', visit: next, expiresAt: new Date(exp * 1000) } as const
}
