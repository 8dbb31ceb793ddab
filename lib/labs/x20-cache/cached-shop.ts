/** This lane's cart behind a cache that its visitors share. */
import { request } from 'node:http'
import type { HeaderLine } from '@/lib/trace/model/exchange'
import { linesOf } from '@/lib/trace/record/wire-head'
import { HERE, openHttp } from '../outside/open-http'
import { answerWith, type Between, bodyOf, passes } from '../outside/pass-on'
import type { LabWire, WireRoom } from '../outside/wire'
import type { LabClient, Reply } from '../stage/client'
import { type CacheAnswer, SharedCache } from './cache'
import { openOrigin } from './origin'
import type { CacheRules } from './rules'
import { inFiles, inMemory } from './shelf'

export interface CachedShop {
  /** The cart, with what this client holds; from the one address that all visitors ask. */
  cart(client: LabClient): Promise<Reply>
  /** Requests that came through to the origin. */
  readonly throughToOrigin: number
  /** Octets that the cache has in files. */
  readonly onDisk: number
  close(): Promise<void>
}

interface CacheRoom extends Between, WireRoom {
  wire: LabWire
  laptop: LabClient
}

export async function openCachedShop(room: CacheRoom, rules: CacheRules): Promise<CachedShop> {
  const origin = await openOrigin(room, `${room.laptop.path}/cart`, rules)
  const shelf = rules.onDisk ? await inFiles() : inMemory()
  const cache = new SharedCache(rules, shelf)
  let throughToOrigin = 0
  const server = await openHttp((asked, response) => {
    const { url = '', rawHeaders } = asked
    const ask = (fields: HeaderLine[]) => {
      throughToOrigin += 1
      return fromOrigin(origin.port, url, fields)
    }
    cache.answer(url, linesOf(rawHeaders).filter(passes), ask).then(
      (answer) => answerWith(response, answer),
      () => response.destroy(),
    )
  })
  return {
    get throughToOrigin() {
      return throughToOrigin
    },
    get onDisk() {
      return shelf.onDisk
    },
    cart(client) {
      const headers = client.fieldsFor(`${client.path}/cart`)
      const asked = { to: 'cache', device: client.device, action: 'cart.read', ...server, headers } as const
      return room.wire.send({ ...asked, method: 'GET', path: '/cart' })
    },
    async close() {
      await Promise.all([server.close(), origin.close(), shelf.clear()])
    },
  }
}

function fromOrigin(port: number, path: string, fields: HeaderLine[]): Promise<CacheAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<CacheAnswer>()
  const headers = [['Host', HERE], ...fields].flat()
  const sent = request({ host: HERE, port, path, headers, agent: false })
  sent.once('error', reject)
  sent.once('response', (response) => {
    const { statusCode: status = 0, rawHeaders } = response
    const lines = linesOf(rawHeaders).filter(passes)
    bodyOf(response).then((text) => resolve({ status, lines, text }), reject)
  })
  sent.end()
  return promise
}
