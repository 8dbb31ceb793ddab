import { serve } from '@/lib/serve/serve'
import { signOut } from '@/lib/shop/commands'
import { jwtStrategy } from '@/lib/strategies/jwt/strategy'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(jwtStrategy, { POST: signOut })
