import { serve } from '@/lib/serve/serve'
import { endDevice } from '@/lib/shop/commands'
import { jwtStrategy } from '@/lib/strategies/jwt/strategy'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(jwtStrategy, { DELETE: endDevice })
