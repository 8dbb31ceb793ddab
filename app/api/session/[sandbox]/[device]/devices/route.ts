import { endOtherDevices, listDevices } from '@/lib/shop/commands'
import { serve } from '@/lib/shop/serve'
import { sessionStrategy } from '@/lib/strategies/session/strategy'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(sessionStrategy, {
  GET: listDevices,
  DELETE: endOtherDevices,
})
