/** Frames that a lab lays into the page: out of sight, and out of the way of keyboard and screen reader. */
import type { SandboxedFrame } from '../../../lib/labs/browser-stage'
import type { StoresReply } from '../../../lib/labs/frames'

/** @param sandbox what it may do; absent: an ordinary frame */
export function laidFrame(url: string, sandbox?: string): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox)
  frame.hidden = true
  frame.src = url
  document.body.append(frame)
  return frame
}

export function sandboxedFrame(): SandboxedFrame {
  return {
    async stores() {
      const frame = new StoresFrame()
      const { cookie, localStorage, sessionStorage } = await frame.heard()
      frame.remove()
      return { cookie, localStorage, sessionStorage }
    },
    async keep() {
      const frame = new StoresFrame()
      await frame.heard()
      const { held } = await frame.told('kept')
      const after = await frame.reloaded()
      frame.remove()
      return { now: held === 'kept', afterReload: after.held === 'kept' }
    },
  }
}

/** A message counts from this very frame, with the word that it was given. Its origin is opaque: "null". */
class StoresFrame {
  private readonly token = crypto.randomUUID()
  private readonly url = `/labs/frame/stores?${this.token}#${this.token}`
  private readonly frame = laidFrame(this.url, 'allow-scripts')

  heard(): Promise<StoresReply> {
    const { promise, resolve, reject } = Promise.withResolvers<StoresReply>()
    const patience = setTimeout(reject, 10_000, new Error('the frame does not answer'))
    const hear = ({ source, origin, data }: MessageEvent) => {
      if (source !== this.frame.contentWindow || origin !== 'null' || !isReply(data, this.token)) return
      clearTimeout(patience)
      removeEventListener('message', hear)
      resolve(data)
    }
    addEventListener('message', hear)
    return promise
  }

  told(keep: string): Promise<StoresReply> {
    const answer = this.heard()
    // An opaque origin has no name that a message could be addressed to.
    this.frame.contentWindow?.postMessage({ token: this.token, keep }, '*')
    return answer
  }

  reloaded(): Promise<StoresReply> {
    const answer = this.heard()
    this.frame.src = this.url.replace('?', '?again-')
    return answer
  }

  remove(): void {
    this.frame.remove()
  }
}

function isReply(data: unknown, token: string): data is StoresReply {
  if (typeof data !== 'object' || data === null) return false
  const { held, ...texts } = data as Record<string, unknown>
  const names = ['token', 'cookie', 'localStorage', 'sessionStorage']
  return (
    texts.token === token &&
    names.every((name) => typeof texts[name] === 'string') &&
    (held === null || typeof held === 'string')
  )
}
