import { trouble } from '@/lib/db/database-trouble'
import { recovery } from '@/lib/db/recover'
import { refusalOfWrites } from '@/lib/db/takes-writes'
import { methods } from '@/lib/http/methods'
import { json } from '@/lib/http/problem'
import { tellDatabaseTrouble } from '@/lib/log/trouble'
import { env } from '@/lib/process/env'
import { drainOf } from '@/lib/sandbox/world/drain'

/**
 * For a load balancer. `degraded`: the cookie strategy still serves, whatever needs rows answers 503. With `?newcomers`: whether somebody who has no
 * sandbox yet may be sent here; `draining` does without that question, too, and serves whoever is here.
 */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  async GET(request) {
    const refusal = await refusalOfWrites()
    if (!refusal) return wellOr503(request)
    tellDatabaseTrouble(refusal)
    const headers = { 'Retry-After': '5' }
    const because = trouble().unfit?.because
    const body = { ...cell(), status: 'degraded', database: false, recovery: recovery(), because }
    return json(body, { status: 503, headers })
  },
})

function wellOr503(request: Request): Response {
  const drain = drainOf()
  if (!drain) return json({ ...cell(), status: 'ok', database: true })
  const asked = new URL(request.url).searchParams.has('newcomers')
  const body = { ...cell(), status: 'draining', database: true, endsAt: drain.endsAt ?? undefined }
  return json(body, asked ? { status: 503, headers: { 'Retry-After': '5' } } : {})
}

const cell = () => (env.CELL ? { cell: env.CELL } : {})
