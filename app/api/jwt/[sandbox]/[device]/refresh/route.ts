import { serveRefresh } from '@/lib/serve/serve-refresh'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveRefresh()
