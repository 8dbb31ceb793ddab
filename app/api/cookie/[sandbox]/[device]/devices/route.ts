import { endOtherDevices, listDevices } from '@/lib/shop/commands'
import { serve } from '@/lib/shop/serve'
import { cookieStrategy } from '@/lib/strategies/cookie/strategy'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(cookieStrategy, {
  GET: listDevices,
  DELETE: endOtherDevices,
})
