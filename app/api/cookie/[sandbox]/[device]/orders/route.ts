import { serve } from '@/lib/serve/serve'
import { listOrders } from '@/lib/shop/commands'
import { cookieStrategy } from '@/lib/strategies/cookie/strategy'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(cookieStrategy, { GET: listOrders })
