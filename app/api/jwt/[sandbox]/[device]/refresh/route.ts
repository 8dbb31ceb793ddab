import { serveRefresh } from '@/lib/shop/serve-refresh'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveRefresh()
