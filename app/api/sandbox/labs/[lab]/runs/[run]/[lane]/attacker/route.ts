import { methods } from '@/lib/http/methods'
import { presentElsewhere } from '@/lib/labs/run/browser-control'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({ POST: presentElsewhere })
