/**
 * What an injected script does, by a fixed script of this site: it has the globals of the page, and nothing that the page's own code keeps
 * for itself (OWASP XSS Prevention, HTML5 Security "Local Storage").
 */
import type { InjectedScript, StageReply } from '../../../lib/labs/browser-stage'
import type { RoomView } from './room'

/** A cookie name of a lane, or anything that looks like a token. */
const CREDENTIAL = /(?:^|; )(?:__Secure-)?(?:visit|session|access)=([^;]+)/
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/

export function injectedScript(view: RoomView): InjectedScript {
  const { lane, room, path } = view
  return {
    read: () => inCookies() ?? inStorage(localStorage, room) ?? inStorage(sessionStorage, room),
    async readWithEffort() {
      const read = movedTo(path, inCookies)
      return read ?? (lane === 'jwt' ? newToken(path) : null)
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

const inCookies = () => CREDENTIAL.exec(document.cookie)?.[1] ?? null

/** Everything there, but what belongs to the visitor's own shop is left alone. */
function inStorage(storage: Storage, room: string): string | null {
  const key = Object.keys(storage).find((name) => name.endsWith(room))
  return key ? storage.getItem(key) : null
}

/**
 * `document.cookie` shows what would be sent to the page's own address, and a script may give the page any address of its origin. The
 * framework's own replaceState would load what it finds there.
 */
function movedTo<T>(path: string, look: () => T): T {
  const { state } = history
  const back = location.href
  const replace = History.prototype.replaceState.bind(history)
  replace(state, '', path)
  try {
    return look()
  } finally {
    replace(state, '', back)
  }
}

/** The refresh cookie rides on a request of any script of this origin, and the answer is the script's to read. */
async function newToken(path: string): Promise<string | null> {
  const answer = await fetch(`${path}/refresh`, { method: 'POST' })
  const { accessToken = null } = await answer.json()
  return accessToken
}
