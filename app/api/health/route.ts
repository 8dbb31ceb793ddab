import { allSandboxes } from '@/lib/db'
import { methods } from '@/lib/http/methods'
import { json } from '@/lib/http/problem'

/** For a load balancer. `degraded`: the cookie strategy still serves, whatever needs rows answers 503. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  async GET() {
    const database = await answers()
    const status = database ? 'ok' : 'degraded'
    return json({ status, database }, database ? {} : { status: 503, headers: { 'Retry-After': '5' } })
  },
})

/** In a transaction, which takes the write lock: a database that can only be read is not enough. */
async function answers(): Promise<boolean> {
  try {
    await allSandboxes().$transaction([allSandboxes().sandbox.findFirst({ select: { id: true } })])
    return true
  } catch {
    return false
  }
}
