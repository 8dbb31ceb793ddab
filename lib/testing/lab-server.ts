/** For the top of a test file: labs ask the site's own API over a real socket, with the wire tap on. */
import { afterAll, beforeAll } from 'vitest'
import { setSelf } from '@/lib/client/self'
import { startWireTap } from '@/lib/trace/record/wiretap'
import { serveApi } from './http-api'

export function labServer(options: Parameters<typeof serveApi>[0] = {}) {
  let api: Awaited<ReturnType<typeof serveApi>>
  let stopTap: () => void
  beforeAll(async () => {
    stopTap = startWireTap()
    api = await serveApi(options)
    setSelf(api.origin)
  })
  afterAll(async () => {
    await api.close()
    stopTap()
  })
  return {
    get origin() {
      return api.origin
    },
  }
}
