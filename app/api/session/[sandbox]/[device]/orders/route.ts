import { serve } from '@/lib/serve/serve'
import { listOrders } from '@/lib/shop/commands'
import { sessionStrategy } from '@/lib/strategies/session/strategy'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(sessionStrategy, { GET: listOrders })
