import { methods } from '@/lib/http/methods'
import { json, problem } from '@/lib/http/problem'
import { Act } from '@/lib/sandbox/desk/act-schema'
import { act } from '@/lib/sandbox/desk/acts'
import { invalid, ownedWrite } from '@/lib/sandbox/owner/control'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: ownedWrite(Act, async ({ sandbox, timeline, body }) => {
    const acted = await act(sandbox, timeline, body)
    if (acted.ok) return json(acted.answer)
    if (acted.code === 'unknown_user') return invalid('email', acted.code)
    return acted.code === 'unknown_device' ? invalid('id', acted.code) : problem(acted.code)
  }),
})
