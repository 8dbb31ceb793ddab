import { methods } from '@/lib/http/methods'
import { json } from '@/lib/http/problem'
import { recovery } from '@/lib/recover-database'
import { tooMany } from '@/lib/sandbox/control'
import { takeAddress } from '@/lib/sandbox/limits'
import { takesWrites } from '@/lib/sandbox/takes-writes'

/** For a load balancer. `degraded`: the cookie strategy still serves, whatever needs rows answers 503. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  async GET(request) {
    // It writes.
    const wait = await takeAddress(request)
    if (wait) return tooMany(wait, request)
    const database = await takesWrites()
    if (database) return json({ status: 'ok', database })
    const headers = { 'Retry-After': '5' }
    return json({ status: 'degraded', database, recovery: recovery() }, { status: 503, headers })
  },
})
