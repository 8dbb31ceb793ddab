import { methods } from '@/lib/http/methods'
import { readRun, removeRun } from '@/lib/labs/run/control'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({ GET: readRun, DELETE: removeRun })
