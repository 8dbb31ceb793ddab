import { methods } from '@/lib/http/methods'
import { createOwn, endOwn, readOwn } from '@/lib/sandbox/owner/sandbox-routes'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: readOwn,
  POST: createOwn,
  DELETE: endOwn,
})
