import { serve } from '@/lib/serve/serve'
import { signOut } from '@/lib/shop/commands'
import { cookieStrategy } from '@/lib/strategies/cookie/strategy'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(cookieStrategy, { POST: signOut })
