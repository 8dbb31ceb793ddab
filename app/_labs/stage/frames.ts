/** Frames that a lab lays into the page: out of sight, and out of the way of keyboard and screen reader. */
import { PLACES, type SandboxedFrame, type StoragePlace } from '@/lib/labs/stage/browser-stage'
import type { StoresAct, StoresReply } from '@/lib/labs/stage/frames'

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
    async keep() {
      const frame = new StoresFrame()
      try {
        await frame.heard()
        const text = randomWord()
        const put = await frame.told({ keep: text })
        const reloaded = await frame.told('reload')
        const next = await frame.told('next')
        return everyPlace((place) => ({
          threw: put[place].threw,
          now: put[place].found === text,
          reloaded: reloaded[place].found === text,
          nextPage: next[place].found === text,
        }))
      } finally {
        frame.remove()
      }
    },
  }
}

const everyPlace = <T>(of: (place: StoragePlace) => T) =>
  Object.fromEntries(PLACES.map((place) => [place, of(place)])) as Record<StoragePlace, T>

/** Milliseconds: for a frame to load, on a machine that has other things to do. */
const PATIENCE = 60_000

/** 128 random bits in hexadecimal: a UUID can be had in secure contexts only. */
const randomWord = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (octet) => octet.toString(16).padStart(2, '0')).join(
    '',
  )

/** A message counts from this very frame, with the word that it was given. Its origin is opaque: "null". */
class StoresFrame {
  private readonly token = randomWord()
  private readonly frame = laidFrame(`/labs/frame/stores#${this.token}`, 'allow-scripts')

  heard(): Promise<StoresReply['places']> {
    const { promise, resolve, reject } = Promise.withResolvers<StoresReply['places']>()
    const patience = setTimeout(reject, PATIENCE, new Error('the frame does not answer'))
    const hear = ({ source, origin, data }: MessageEvent) => {
      if (source !== this.frame.contentWindow || origin !== 'null') return
      const reply = replyIn(data, this.token)
      if (!reply) return
      clearTimeout(patience)
      removeEventListener('message', hear)
      resolve(reply.places)
    }
    addEventListener('message', hear)
    return promise
  }

  told(act: StoresAct): Promise<StoresReply['places']> {
    const answer = this.heard()
    // An opaque origin has no name that a message could be addressed to.
    this.frame.contentWindow?.postMessage({ token: this.token, act }, '*')
    return answer
  }

  remove(): void {
    this.frame.remove()
  }
}

/** null: somebody else's message. */
function replyIn(data: unknown, token: string): StoresReply | null {
  if (!isRecord(data) || data.token !== token || !isRecord(data.places)) return null
  const { places } = data
  return PLACES.every((place) => isTried(places[place])) ? (data as unknown as StoresReply) : null
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const isTried = (value: unknown): boolean =>
  isRecord(value) && [value.threw, value.found].every((text) => text === null || typeof text === 'string')
