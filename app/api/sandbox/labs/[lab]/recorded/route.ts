import { methods } from '@/lib/http/methods'
import { readRecorded } from '@/lib/labs/run/control'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({ GET: readRecorded })
