import { serve } from '@/lib/serve/serve'
import { cookieStrategy } from '@/lib/strategies/cookie/strategy'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(cookieStrategy, 'sign-out')
