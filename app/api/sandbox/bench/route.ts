import { presentCredential } from '@/lib/codec/present'
import { methods } from '@/lib/http/methods'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({ POST: presentCredential })
