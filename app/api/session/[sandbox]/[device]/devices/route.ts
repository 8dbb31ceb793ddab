import { serve } from '@/lib/serve/serve'
import { endOtherDevices, listDevices } from '@/lib/shop/commands'
import { sessionStrategy } from '@/lib/strategies/session/strategy'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(sessionStrategy, {
  GET: listDevices,
  DELETE: endOtherDevices,
})
