import { methods } from '@/lib/http/methods'
import { clearBrowser } from '@/lib/labs/run/browser-control'
import { listExchanges } from '@/lib/labs/run/control'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: listExchanges,
  DELETE: clearBrowser,
})
