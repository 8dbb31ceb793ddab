import { methods } from '@/lib/http/methods'
import { readExchange } from '@/lib/labs/control'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({ GET: readExchange })
