import { methods } from '@/lib/http/methods'
import { readReport } from '@/lib/labs/run/browser-control'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({ GET: readReport })
