import { problem } from '@/lib/http/problem'

/** Where lib/http/known-host.ts points a request that was sent to another name than the shop's. */
export const GET = () => problem('misdirected')
