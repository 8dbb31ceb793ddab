import { methods } from '@/lib/http/methods'
import { problem } from '@/lib/http/problem'

const nothing = () => problem('not_found')

/** Whatever no other route answers: a program gets a problem, not a page. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: nothing,
  POST: nothing,
  PUT: nothing,
  PATCH: nothing,
  DELETE: nothing,
})
