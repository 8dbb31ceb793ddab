import { serve } from '@/lib/serve/serve'
import { sessionStrategy } from '@/lib/strategies/session/strategy'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(sessionStrategy, 'devices')
