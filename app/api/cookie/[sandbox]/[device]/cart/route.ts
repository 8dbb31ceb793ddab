import { serve } from '@/lib/serve/serve'
import { readCart } from '@/lib/shop/commands'
import { cookieStrategy } from '@/lib/strategies/cookie/strategy'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(cookieStrategy, { GET: readCart })
