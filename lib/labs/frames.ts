/**
 * Documents of sandboxed frames: an opaque origin, one script of ours in the document itself, for such an origin may load none of this
 * site's files (Cross-Origin-Resource-Policy).
 */
import type { StrategyName } from '../strategies/strategy'

/** What the frame answers to whoever made it. */
export interface StoresReply {
  token: string
  /** "works", or the name of what was thrown. */
  cookie: string
  localStorage: string
  sessionStorage: string
  /** What was given to it to keep since it was loaded; null: nothing. */
  held: string | null
}

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
  const tried = (act: () => unknown) => {
    try {
      act()
      return 'works'
    } catch (error) {
      return (error as Error).name
    }
  }
  const tell = () =>
    parent.postMessage(
      {
        token,
        held,
        // biome-ignore lint/suspicious/noDocumentCookie: that it throws is what is to be seen.
        cookie: tried(() => (document.cookie = 'bench-frame=value')),
        localStorage: tried(() => localStorage.setItem('bench-frame', 'value')),
        sessionStorage: tried(() => sessionStorage.setItem('bench-frame', 'value')),
      },
      shop,
    )
  addEventListener('message', ({ origin, data }) => {
    if (origin !== shop || data?.token !== token) return
    if (typeof data.keep === 'string') held = data.keep
    tell()
  })
  tell()
}
