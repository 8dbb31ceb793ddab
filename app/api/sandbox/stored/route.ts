import { methods } from '@/lib/http/methods'
import { json } from '@/lib/http/problem'
import { owned } from '@/lib/sandbox/owner/control'
import { storedRows } from '@/lib/sandbox/world/stored'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: owned(async ({ sandbox, request }) => {
    const reveal = new URL(request.url).searchParams.get('reveal') === '1'
    return json(await storedRows(sandbox, reveal))
  }),
})
