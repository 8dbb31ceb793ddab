/** The shop's front end on another origin, in a frame of this page. What it did is seen in the room's exchanges, and it tells what it was told. */
import type { FrontAsk } from '@/lib/labs/attacker/errand'
import type { FrontReport, FrontRequest, FrontSite } from '@/lib/labs/stage/browser-stage'
import { laidFrame } from './frames'
import { PATIENCE, type RoomView, until } from './room'
import { credentialOf } from './wire'

type Told = Readonly<Record<string, string | number | boolean>>

export async function frontEnd(
  view: RoomView,
  locale: string,
  asks: { site: FrontSite; credentials: FrontAsk['credentials'] },
): Promise<FrontReport> {
  const { body } = await view.control<{ code: string; origin: string | null }>('POST', '/errands', {
    ...{ kind: 'front', lane: view.lane },
    ...asks,
  })
  if (!body?.origin) throw new Error('there is no such origin')
  const frame = laidFrame(`${body.origin}/attacker/${locale}#${body.code}`)
  try {
    const told = await until(PATIENCE, async () => {
      const answer = await view.told<{ report: Told | null }>(`/errands/${body.code}`)
      return answer?.report ?? null
    })
    if (!told) throw new Error('the front end has not reported')
    return {
      signIn: await requestOf(view, told, 'sign-in'),
      me: await requestOf(view, told, 'me'),
      known: told.known === true,
    }
  } finally {
    frame.remove()
  }
}

/** What was thrown after a preflight was thrown because of it: the page has sent nothing else there. */
async function requestOf(view: RoomView, told: Told, operation: 'sign-in' | 'me'): Promise<FrontRequest> {
  const threw = String(told[`${operation}-threw`])
  const first = await view.next(operation)
  const asksFirst = first?.request.method === 'OPTIONS'
  const stopped = asksFirst && threw !== ''
  const exchange = asksFirst && !stopped ? await view.next(operation) : first
  return {
    exchange: exchange?.id ?? null,
    stopped,
    carried: exchange !== null && credentialOf(exchange) !== null,
    read: threw === '',
    threw,
  }
}
