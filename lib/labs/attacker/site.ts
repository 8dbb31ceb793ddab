/** The attacker's own answers. On its own name only: the shop has no such address. */
import { z } from 'zod'
import { readJson } from '@/lib/http/body'
import { attackerOriginAt, hostRule } from '@/lib/http/host'
import { type Handler, methods } from '@/lib/http/methods'
import { crossSite } from '@/lib/http/origin'
import { json, problem } from '@/lib/http/problem'
import { names } from '@/lib/process/env'
import { misrouted } from '@/lib/sandbox/misrouted'
import { isOfAnotherCell, isOnErrand, Report, redeem, takeReport } from './errand'
import { linesOf, sentOf } from './jar'

const text = z.string().max(40)

/** Once: the code is worth nothing afterwards. */
export const redeemCode = there(async (request) => {
  const body = await readJson(request, z.strictObject({ code: text }))
  if (!body.ok) return body.response
  const { code } = body.value
  if (isOfAnotherCell(code)) return misrouted(request)
  const errand = redeem(code)
  return errand ? json({ errand }) : problem('not_found')
})

export const fileReport = there(async (request) => {
  const body = await readJson(request, z.strictObject({ ticket: text, report: Report }))
  if (!body.ok) return body.response
  const { ticket, report } = body.value
  if (isOfAnotherCell(ticket)) return misrouted(request)
  return takeReport(ticket, report) ? new Response(null, { status: 204 }) : problem('not_found')
})

/** Cookies are set from a fixed list, and shown as they came back. */
export const jar = methods({
  POST: there(async (request) => {
    const body = await readJson(request, z.strictObject({ ticket: text, step: text }))
    if (!body.ok) return body.response
    const { ticket, step } = body.value
    if (isOfAnotherCell(ticket)) return misrouted(request)
    const lines = linesOf(step)
    if (!isOnErrand(ticket) || !lines) return problem('not_found')
    const response = new Response(null, { status: 204 })
    for (const line of lines) response.headers.append('Set-Cookie', line)
    return response
  }),
  GET: there(async (request) => {
    const ticket = request.headers.get('x-ticket') ?? ''
    if (isOfAnotherCell(ticket)) return misrouted(request)
    return isOnErrand(ticket) ? json(sentOf(request.headers.get('cookie'))) : problem('not_found')
  }),
})

function there(answer: (request: Request) => Promise<Response>): Handler {
  return async (request) => {
    const host = request.headers.get('host')
    if (hostRule(host, '/attacker', names()).site !== 'attacker') return problem('not_found')
    if (crossSite(request, attackerOriginAt(host, names()))) return problem('cross_site')
    return answer(request)
  }
}
