import { methods } from '@/lib/http/methods'
import { fileReport } from '@/lib/labs/attacker/site'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({ POST: fileReport })
