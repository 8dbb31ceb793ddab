import { trouble } from '@/lib/db/database-trouble'
import { recovery } from '@/lib/db/recover'
import { refusalOfWrites } from '@/lib/db/takes-writes'
import { methods } from '@/lib/http/methods'
import { json } from '@/lib/http/problem'
import { tellDatabaseTrouble } from '@/lib/log/trouble'

/** For a load balancer. `degraded`: the cookie strategy still serves, whatever needs rows answers 503. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  async GET() {
    const refusal = await refusalOfWrites()
    if (!refusal) return json({ status: 'ok', database: true })
    tellDatabaseTrouble(refusal)
    const headers = { 'Retry-After': '5' }
    const because = trouble().unfit?.because
    const body = { status: 'degraded', database: false, recovery: recovery(), because }
    return json(body, { status: 503, headers })
  },
})
