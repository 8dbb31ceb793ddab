/** Pages of the attacker's site, in a window or a frame of this browser. What they do is seen in the room's exchanges. */

import type { ErrandKind } from '@/lib/labs/attacker/errand'
import type { AttackersSite, ForgeryReport } from '@/lib/labs/stage/browser-stage'
import { laidFrame } from './frames'
import { PATIENCE, type RoomView, until } from './room'
import type { OpenWindow } from './windows'
import { cookiesSet, credentialOf, foreignFields } from './wire'

interface Setting {
  view: RoomView
  attackerOrigin: string | null
  locale: string
  /** Without a way back to this page: Cross-Origin-Opener-Policy sees to that. */
  open: OpenWindow
  /** A window has opened that only the visitor can close. */
  leftOpen(): void
}

type Seen = Readonly<Record<string, string | number | boolean>>

/** The cookies of a host are the same for all lanes: one window for the whole run. */
const triedOut = new Map<string, Promise<Seen>>()

export function attackersSite(setting: Setting): AttackersSite {
  const { view } = setting
  return {
    async forge(kind) {
      if (kind === 'sandboxed') return forgedIn(formFrame(view), () => forged(view, 'frame'))
      const page = await pageFor(setting, kind)
      if (kind === 'form' || kind === 'link') {
        await openPage(setting, page.url)
        return forged(view, kind)
      }
      return forgedIn(laidFrame(page.url), () =>
        kind === 'fetch' ? fetched(view, page.code) : forged(view, kind),
      )
    },
    tryOut(kind) {
      const key = `${view.runId}/${kind}`
      const running = triedOut.get(key) ?? tried(setting, kind)
      triedOut.set(key, running)
      return running
    },
  }
}

async function openPage({ open, leftOpen }: Setting, url: string) {
  await open(url)
  leftOpen()
}

async function tried(setting: Setting, kind: 'bench' | 'overflow'): Promise<Seen> {
  const { url, code } = await pageFor(setting, kind)
  await openPage(setting, url)
  return reportOf(setting.view, code)
}

async function reportOf(view: RoomView, code: string): Promise<Seen> {
  const seen = await until(PATIENCE, async () => {
    const told = await view.told<{ report: Seen | null }>(`/errands/${code}`)
    return told?.report ?? null
  })
  if (!seen) throw new Error('the page of the attacker’s site has not reported')
  return seen
}

async function pageFor({ view, attackerOrigin, locale }: Setting, kind: ErrandKind) {
  const { body } = await view.control<{ code: string }>('POST', '/errands', { kind, lane: view.lane })
  if (!attackerOrigin || !body) throw new Error('there is no second site')
  return { code: body.code, url: `${attackerOrigin}/attacker/${locale}#${body.code}` }
}

/** The script of the other page has to say that it got no further: what has not come yet may still come. */
async function fetched(view: RoomView, code: string): Promise<ForgeryReport> {
  const first = await forged(view, 'fetch')
  const { threw } = await reportOf(view, code)
  return first.method === 'OPTIONS' && threw === undefined ? forged(view, 'fetch') : first
}

async function forgedIn(
  frame: HTMLIFrameElement,
  seen: () => Promise<ForgeryReport>,
): Promise<ForgeryReport> {
  try {
    return await seen()
  } finally {
    frame.remove()
  }
}

async function forged(view: RoomView, kind: ErrandKind): Promise<ForgeryReport> {
  const exchange = await view.next(kind === 'link' ? 'cart' : 'cart/items')
  if (!exchange) throw new Error('the request was not seen')
  return {
    exchange: exchange.id,
    at: Date.parse(exchange.at),
    status: exchange.response?.status ?? 0,
    method: exchange.request.method,
    carried: credentialOf(exchange) !== null,
    replaced: cookiesSet(exchange).length > 0,
    foreign: foreignFields(exchange, location.origin),
    problem: exchange.problem,
  }
}

const formFrame = ({ lane, room }: RoomView) =>
  laidFrame(`/labs/frame/form?strategy=${lane}&room=${room}`, 'allow-scripts allow-forms')
