import { methods } from '@/lib/http/methods'
import { createOwn, endOwn, readOwn } from '@/lib/sandbox/own'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: readOwn,
  POST: createOwn,
  DELETE: endOwn,
})
