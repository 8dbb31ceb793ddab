import { methods } from '@/lib/http/methods'
import { json } from '@/lib/http/problem'
import { invalid, ownedWrite } from '@/lib/sandbox/control'
import { ForceSignOut, forceSignOut } from '@/lib/sandbox/force-sign-out'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: ownedWrite(ForceSignOut, async ({ sandbox, timeline, body }) => {
    const report = await forceSignOut(sandbox, timeline, body)
    return report ? json(report) : invalid('email', 'unknown_user')
  }),
})
