import { methods } from '@/lib/http/methods'
import { redeemCode } from '@/lib/labs/attacker/site'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({ POST: redeemCode })
