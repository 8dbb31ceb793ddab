/** What an exchange says of credentials. Pure. */
import { readSetCookie } from '@/lib/cookies/set-cookie'
import { cookiePairs } from '@/lib/http/field'
import { foreignBy, type Signal } from '@/lib/http/foreign'
import { isForeign } from '@/lib/reading/wire/credential-bytes'
import { isAccessCookie } from '@/lib/trace/ledger/lane-cookies'
import type { Exchange, HeaderLine } from '@/lib/trace/model/exchange'

const values = (headers: readonly HeaderLine[], name: string) =>
  headers.filter(([own]) => own.toLowerCase() === name).map(([, value]) => value)

export interface CarriedText {
  in: 'authorization' | 'cookie'
  text: string
}

/** The lane's credential that the request carried, or null: another program's cookie of such a name is none. */
export function credentialOf(exchange: Exchange): CarriedText | null {
  const { strategy, request } = exchange
  const [authorization] = values(request.headers, 'authorization')
  if (strategy === 'jwt' && authorization)
    return { in: 'authorization', text: authorization.replace(/^Bearer +/i, '') }
  const own = values(request.headers, 'cookie')
    .flatMap(cookiePairs)
    .filter(([name]) => !isForeign(exchange, name))
    .find(([name]) => strategy !== 'jwt' || isAccessCookie(name))
  return own ? { in: 'cookie', text: own[1] } : null
}

/** The names of the cookies that the answer sets, and whether each is told to outlive the browser. */
export function cookiesSet({ response }: Exchange): { name: string; value: string; outlives: boolean }[] {
  return values(response?.headers ?? [], 'set-cookie').map((line) => {
    const { name, value, maxAge, expires } = readSetCookie(line)
    return { name, value, outlives: maxAge !== null || expires !== null }
  })
}

/** By the same rule as the shop's. @param own the origin of the shop */
export function foreignFields({ request }: Exchange, own: string): string[] {
  const read = (name: Signal) => {
    const all = values(request.headers, name.toLowerCase())
    return all.length > 0 ? all.join(', ') : null
  }
  return foreignBy(read, own).map((name) => `${name}: ${read(name)}`)
}
