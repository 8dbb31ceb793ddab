/**
 * Documents of sandboxed frames: an opaque origin, one script of ours in the document itself, for such an origin may load none of this
 * site's files (Cross-Origin-Resource-Policy).
 */
import type { StrategyName } from '@/lib/strategies/strategy'
import type { StoragePlace } from './browser-stage'

/** What the frame answers to whoever made it. */
export interface StoresReply {
  token: string
  places: Record<StoragePlace, StorageTrial>
}

export interface StorageTrial {
  /** The name of what was thrown, when something was put there or else when it was looked for; null: nothing was. */
  threw: string | null
  /** null: nothing of ours is there. */
  found: string | null
}

/** What it is asked to do: keep this text in every place, load itself again, or go on to another document of this site. */
export type StoresAct = { keep: string } | 'reload' | 'next'

export const storesDocument = (shop: string, nonce: string) =>
  documentOf(`(${stores})(${quoted(shop)})`, nonce)

export function formDocument(at: { shop: string; strategy: StrategyName; room: string }, nonce: string) {
  const action = `${at.shop}/api/${at.strategy}/${at.room}/laptop/cart/items`
  const form = `<form method="post" action="${action}"><input name="sku" value="cheese"><input name="quantity" value="9"></form>`
  return documentOf('document.forms[0].submit()', nonce, form)
}

const documentOf = (script: string, nonce: string, body = '') =>
  `<!doctype html><meta charset="utf-8"><title>frame</title>${body}<script nonce="${nonce}">${script}</script>`

const quoted = (text: string) => JSON.stringify(text).replaceAll('<', '\\u003c')

/** Runs in the frame: uses nothing from around it. */
function stores(shop: string): void {
  let held: string | null = null
  const token = location.hash.slice(1)
  const name = 'bench-frame'
  const put: Record<StoragePlace, (text: string) => void> = {
    variable: (text) => {
      held = text
    },
    cookie: (text) => {
      // biome-ignore lint/suspicious/noDocumentCookie: what becomes of it is what is to be seen.
      document.cookie = `${name}=${text}`
    },
    localStorage: (text) => localStorage.setItem(name, text),
    sessionStorage: (text) => sessionStorage.setItem(name, text),
    'window.name': (text) => {
      window.name = text
    },
    'history.state': (text) => history.replaceState(text, ''),
  }
  const look: Record<StoragePlace, () => unknown> = {
    variable: () => held,
    cookie: () => new RegExp(`${name}=([^;]*)`).exec(document.cookie)?.[1],
    localStorage: () => localStorage.getItem(name),
    sessionStorage: () => sessionStorage.getItem(name),
    'window.name': () => window.name || null,
    'history.state': () => history.state,
  }
  const tried = (act: () => unknown): StorageTrial => {
    try {
      const found = act()
      return { threw: null, found: typeof found === 'string' ? found : null }
    } catch (error) {
      return { threw: (error as Error).name, found: null }
    }
  }
  const tell = (text?: string) => {
    const places = Object.fromEntries(
      (Object.keys(put) as StoragePlace[]).map((place) => {
        const threw = text === undefined ? null : tried(() => put[place](text)).threw
        const seen = tried(look[place])
        return [place, { threw: threw ?? seen.threw, found: seen.found }]
      }),
    )
    parent.postMessage({ token, places }, shop)
  }
  addEventListener('message', ({ origin, data }) => {
    if (origin !== shop || data?.token !== token) return
    if (data.act === 'reload') location.reload()
    else if (data.act === 'next') location.replace(`?next#${token}`)
    else if (typeof data.act?.keep === 'string') tell(data.act.keep)
  })
  tell()
}
