import { endOtherDevices, listDevices } from '@/lib/shop/commands'
import { serve } from '@/lib/shop/serve'
import { jwtStrategy } from '@/lib/strategies/jwt/strategy'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(jwtStrategy, {
  GET: listDevices,
  DELETE: endOtherDevices,
})
