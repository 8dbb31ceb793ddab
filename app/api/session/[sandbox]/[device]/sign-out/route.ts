import { serve } from '@/lib/serve/serve'
import { signOut } from '@/lib/shop/commands'
import { sessionStrategy } from '@/lib/strategies/session/strategy'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(sessionStrategy, { POST: signOut })
