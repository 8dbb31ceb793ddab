/**
 * What an injected script does, by a fixed script of this site: it has the globals of the page, and nothing that the page's own code keeps
 * for itself (OWASP XSS Prevention, HTML5 Security "Local Storage").
 */

import { cookiePairs } from '@/lib/http/field'
import type { InjectedScript, StageReply } from '@/lib/labs/stage/browser-stage'
import { PATIENCE, type RoomView, until } from './room'
import type { OpenWindow } from './windows'

const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/

export function injectedScript(view: RoomView, open: OpenWindow): InjectedScript {
  const { lane, room, path } = view
  const inCookies = (cookies: string) =>
    cookiePairs(cookies).find(([name]) => view.ownCookies.has(name))?.[1] ?? null
  return {
    read: () =>
      inCookies(document.cookie) ?? inStorage(localStorage, room) ?? inStorage(sessionStorage, room),
    async readWithEffort() {
      if (lane === 'jwt') {
        const text = await newToken(path)
        const asked = await view.next('refresh')
        if (text) return { text, exchange: asked?.id ?? null }
      }
      const cookies = await inWindowAt(`${path}/me`, open)
      const text = cookies === OUT_OF_REACH ? null : inCookies(cookies ?? '')
      const exchange = (await view.next('me'))?.id ?? null
      return { text, exchange, outOfReach: cookies === OUT_OF_REACH }
    },
    async buy(found): Promise<StageReply> {
      const headers = new Headers({ 'Content-Type': 'application/json' })
      if (found && TOKEN.test(found)) headers.set('Authorization', `Bearer ${found}`)
      const answer = await fetch(`${path}/cart/items`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ sku: 'cheese', quantity: 9 }),
      })
      const exchange = await view.next('cart/items')
      return { status: answer.status, json: await answer.json(), exchange: exchange?.id ?? null }
    },
  }
}

/** Everything there, but what belongs to the visitor's own shop is left alone. */
function inStorage(storage: Storage, room: string): string | null {
  const key = Object.keys(storage).find((name) => name.endsWith(room))
  return key ? storage.getItem(key) : null
}

/**
 * `document.cookie` shows what would be sent to the address of its document. A frame at the Path would do, but the API lets nobody frame it.
 * A window of the same origin does.
 */
async function inWindowAt(address: string, open: OpenWindow): Promise<string | null> {
  const opened = await open(address)
  try {
    return await until(PATIENCE, async () => {
      const { readyState, cookie, URL: url } = opened.document
      return url.endsWith(address) && readyState === 'complete' ? cookie : null
    })
  } catch (error) {
    // Firefox shows JSON in a viewer, and that has another origin.
    if ((error as Error).name === 'SecurityError') return OUT_OF_REACH
    throw error
  } finally {
    opened.close()
  }
}

const OUT_OF_REACH = 'out-of-reach'

/** The refresh cookie rides on a request of any script of this origin, and the answer is the script's to read. */
async function newToken(path: string): Promise<string | null> {
  const answer = await fetch(`${path}/refresh`, { method: 'POST' })
  const { accessToken = null } = await answer.json()
  return accessToken
}
