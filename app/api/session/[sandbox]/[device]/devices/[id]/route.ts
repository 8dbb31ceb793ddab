import { serve } from '@/lib/serve/serve'
import { endDevice } from '@/lib/shop/commands'
import { sessionStrategy } from '@/lib/strategies/session/strategy'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(sessionStrategy, { DELETE: endDevice })
