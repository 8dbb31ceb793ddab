/**
 * What every data-plane request passes first, in this order: is there room, does the place exist, may this
 * page write here. Then the ports are wired, and watched if somebody watches.
 */
import { troubleAnswer } from '@/lib/db/trouble-answer'
import { crossSite } from '@/lib/http/origin'
import { comeAgain, problem, problemCodeOf } from '@/lib/http/problem'
import { takeDataPlane } from '@/lib/sandbox/limits'
import { misrouted } from '@/lib/sandbox/misrouted'
import { turnOf, whose } from '@/lib/sandbox/whose'
import { findSandbox, isOfAnotherCell } from '@/lib/sandbox/world/sandbox'
import { isBusy, type Turn } from '@/lib/shares/fair-line'
import type { AllPorts } from '@/lib/strategies/ports'
import { LEFTOVERS } from '@/lib/strategies/site/served-lanes'
import { DEVICES, type Device, type StrategyName } from '@/lib/strategies/strategy'
import { type Recorder, recorderOf } from '@/lib/trace/record/recorder-port'
import { watch } from '@/lib/trace/record/watch'
import { type ShopRequestPath, tell } from './audit'
import { portsOf, type ShopPlace } from './ports'

export interface Entry {
  place: ShopPlace
  ports: AllPorts
  params: Record<string, string>
  /** In the lines of work that costs much. */
  turn: () => Turn
  /** null: nobody watches. */
  recorder: Recorder | null
  /** A page of another site asks. Only reads come as far as this, and one of those is no visit: it moves no end. */
  foreign: boolean
  /** Runs the work; adds the cookies that were written; turns into an answer what prevents it: a database that is gone, a line too long. */
  guard(work: () => Promise<Response>): Promise<Response>
}

export type Params = Record<string, string>

export async function enter(
  strategy: StrategyName,
  request: Request,
  params: Params,
): Promise<Entry | Response> {
  const recorder = recorderOf(request)
  const noted = (response: Response) =>
    noteAnswer(recorder, request, { strategy, ...params } as ShopRequestPath, response)
  const place = await unlessPrevented(() => placeOf(strategy, request, params))
  if (place instanceof Response) return noted(place)
  const rush = await takeDataPlane(request, place.sandbox)
  if (rush) return noted(comeAgain('too_many', rush))
  const foreign = isForeign(place, request)
  if (foreign && isWrite(request)) return noted(problem('cross_site'))
  if (isWrite(request)) place.sandbox.acted = true
  const { ports, cookies } = portsOf(place, request)
  const watched = recorder ? watch(ports, recorder) : ports
  // Looked for unwatched: it is a step only where there is something to take back.
  const leftover = LEFTOVERS[strategy]
  if (leftover?.isThere(ports)) leftover.takeBack(watched)
  return {
    place,
    ports: watched,
    params,
    turn: () => turnOf(request, place.sandbox),
    recorder,
    foreign,
    async guard(work) {
      const response = await unlessPrevented(work)
      // A refusal never touches a cookie: a late request with an old one must not delete the new one.
      if (response.ok) for (const line of cookies.lines()) response.headers.append('Set-Cookie', line)
      return noted(response)
    },
  }
}

async function placeOf(
  strategy: StrategyName,
  request: Request,
  params: Params,
): Promise<ShopPlace | Response> {
  if (isOfAnotherCell(params.sandbox!)) return misrouted(request)
  const sandbox = await findSandbox(params.sandbox!, () => whose(request))
  if (!sandbox) return problem('no_sandbox')
  const device = params.device as Device
  return DEVICES.includes(device) ? { sandbox, strategy, device } : problem('no_device')
}

/** The dial `crossSite` on "none" is weak: then nobody looks, and any page may write here with the visitor's cookies. */
const isForeign = ({ sandbox, strategy }: ShopPlace, request: Request) =>
  sandbox.dials[strategy].crossSite === 'check' && crossSite(request)

const isWrite = (request: Request) => request.method !== 'GET' && request.method !== 'HEAD'

async function unlessPrevented<T>(work: () => Promise<T>): Promise<T | Response> {
  try {
    return await work()
  } catch (error) {
    const answer = isBusy(error) ? comeAgain('busy', error) : troubleAnswer(error)
    if (answer) return answer
    throw error
  }
}

/** For the panel and for the log. */
function noteAnswer(
  recorder: Recorder | null,
  request: Request,
  asked: ShopRequestPath,
  response: Response,
): Response {
  const code = problemCodeOf(response)
  if (code) recorder?.problem(code)
  tell(request, asked, response, code)
  return response
}
