import { methods } from '@/lib/http/methods'
import { presentElsewhere } from '@/lib/labs/browser-control'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({ POST: presentElsewhere })
