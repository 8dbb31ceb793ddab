import { methods } from '@/lib/http/methods'
import { json } from '@/lib/http/problem'
import { ForceSignOut, forceSignOut } from '@/lib/sandbox/desk/force-sign-out'
import { invalid, ownedWrite } from '@/lib/sandbox/owner/control'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: ownedWrite(ForceSignOut, async ({ sandbox, timeline, body }) => {
    const report = await forceSignOut(sandbox, timeline, body)
    return report ? json(report) : invalid('email', 'unknown_user')
  }),
})
