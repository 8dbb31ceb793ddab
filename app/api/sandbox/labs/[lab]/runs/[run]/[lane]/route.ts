import { methods } from '@/lib/http/methods'
import { listExchanges } from '@/lib/labs/control'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({ GET: listExchanges })
