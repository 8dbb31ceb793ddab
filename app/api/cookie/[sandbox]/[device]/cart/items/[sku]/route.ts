import { serve } from '@/lib/serve/serve'
import { changeQuantity, removeFromCart } from '@/lib/shop/commands'
import { cookieStrategy } from '@/lib/strategies/cookie/strategy'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(cookieStrategy, {
  PATCH: changeQuantity,
  DELETE: removeFromCart,
})
