import { serve } from '@/lib/serve/serve'
import { listOrders } from '@/lib/shop/commands'
import { jwtStrategy } from '@/lib/strategies/jwt/strategy'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(jwtStrategy, { GET: listOrders })
