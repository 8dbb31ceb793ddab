import { methods } from '@/lib/http/methods'
import { createRun } from '@/lib/labs/run/control'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({ POST: createRun })
