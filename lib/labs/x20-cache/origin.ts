/** A server that answers `/cart` with the cart of whoever asks, as this shop has it, and marks the answer as the position says. */
import { hash } from 'node:crypto'
import { cookiePairs } from '@/lib/http/field'
import type { HeaderLine } from '@/lib/trace/model/exchange'
import { linesOf } from '@/lib/trace/record/wire-head'
import { type OpenServer, openHttp } from '../outside/open-http'
import { type AskedOfUs, answerWith, type Between, type PassedAnswer, passOn } from '../outside/pass-on'
import type { CacheRules } from './rules'

/** @param cart where the shop has it */
export function openOrigin(between: Between, cart: string, rules: CacheRules): Promise<OpenServer> {
  return openHttp((request, response) => {
    const ours = request.method === 'GET' && request.url === '/cart'
    const answered = ours ? answerOf(between, { ...pick(request), url: cart }, rules) : Promise.resolve(null)
    answered.then(
      (answer) => answerWith(response, answer),
      () => response.destroy(),
    )
  })
}

/** The shop is asked for all of it each time: what the client has is a matter of this server. */
const pick = ({ method, rawHeaders }: AskedOfUs): AskedOfUs => ({ method, rawHeaders })

async function answerOf(
  between: Between,
  asked: AskedOfUs,
  rules: CacheRules,
): Promise<Pick<PassedAnswer, 'status' | 'lines' | 'text'> | null> {
  const fields = linesOf(asked.rawHeaders)
  const isCondition = (name: string) => name.toLowerCase() === 'if-none-match'
  const passed = fields.filter(([name]) => !isCondition(name))
  const shop = await passOn(between, { ...asked, rawHeaders: passed.flat() })
  if (!shop) return null
  const { status, text } = shop
  const etag = `"${hash('sha256', text, 'base64url').slice(0, 12)}"`
  const lines: HeaderLine[] = [
    ['Content-Type', shop.headers.get('content-type') ?? 'application/json'],
    ['Cache-Control', rules.control],
    ...(rules.etag ? [['ETag', etag] satisfies HeaderLine] : []),
    ...(rules.vary ? [['Vary', 'Cookie, Authorization'] satisfies HeaderLine] : []),
    ...(rules.rolling ? rolled(fields) : []),
  ]
  const known = fields.some(([name, value]) => isCondition(name) && value === etag)
  return rules.etag && known ? { status: 304, lines, text: '' } : { status, lines, text }
}

const rolled = (fields: readonly HeaderLine[]): HeaderLine[] =>
  fields
    .filter(([name]) => name.toLowerCase() === 'cookie')
    .flatMap(([, value]) => cookiePairs(value))
    .map(([name, value]) => ['Set-Cookie', `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax`])
