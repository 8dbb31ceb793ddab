import { serve } from '@/lib/serve/serve'
import { jwtStrategy } from '@/lib/strategies/jwt/strategy'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(jwtStrategy, 'devices/[id]')
