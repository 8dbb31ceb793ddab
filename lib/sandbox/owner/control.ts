/**
 * What every control-plane request passes first: is it asked for by this site's own pages, is there room, and whose
 * sandbox is it. The owner cookie is the only key: no address and no body names a sandbox.
 */
import type { ZodType } from 'zod'
import { troubleAnswer } from '@/lib/db/trouble-answer'
import { clientAddress } from '@/lib/http/address'
import { readJson } from '@/lib/http/body'
import type { Handler } from '@/lib/http/methods'
import { crossSite } from '@/lib/http/origin'
import { comeAgain, problem } from '@/lib/http/problem'
import { hashedAddress } from '@/lib/log/ids'
import { log } from '@/lib/log/log'
import { seldom } from '@/lib/process/throttle'
import { type Busy, isBusy } from '@/lib/shares/fair-line'
import { openTimeline, type Timeline } from '@/lib/trace/publish/timeline'
import type { TooMany } from '../limits'
import { misrouted } from '../misrouted'
import type { OwnedSandbox } from '../world/sandbox'
import { noteOwnLines } from './own-lines'
import { ownership } from './ownership'

export interface OwnerCall<Body = undefined> {
  request: Request
  params: Record<string, string>
  sandbox: OwnedSandbox
  /** Keys that belong to other copies on this host. */
  others: readonly string[]
  timeline: Timeline
  body: Body
}

type Answer<Body = undefined> = (call: OwnerCall<Body>) => Response | Promise<Response>

/**
 * Reads are refused to other sites too: their answers hold what HttpOnly keeps from scripts. That is an exception from
 * ASVS 5.0, 3.3.4, declared on the page about this site.
 */
export function guarded(handler: Handler): Handler {
  return async (request, context) => {
    if (crossSite(request)) return refusedAsForeign(request)
    try {
      return await handler(request, context)
    } catch (error) {
      // A sandbox that is gone: another tab has ended it.
      const answer = isBusy(error) ? lineFull(error, request) : troubleAnswer(error, { because: 'ended' })
      if (answer) return answer
      throw error
    }
  }
}

/** For whoever owns a sandbox; anybody else is told that there is none. */
export function owned(answer: Answer): Handler {
  return guarded(async (request, context) => {
    const { sandbox, because, others } = await ownership(request)
    if (because === 'elsewhere') return misrouted(request)
    if (!sandbox) return problem('no_sandbox', { because })
    noteOwnLines(sandbox.ownLines, request)
    const params = (await context?.params) ?? {}
    return answer({ request, params, sandbox, others, timeline: timelineFor(sandbox), body: undefined })
  })
}

/** The same with a JSON body. */
export function ownedWrite<Body>(schema: ZodType<Body>, answer: Answer<Body>): Handler {
  return owned(async (call) => {
    const body = await readJson(call.request, schema)
    if (!body.ok) return body.response
    call.sandbox.acted = true
    return answer({ ...call, body: body.value })
  })
}

function refusedAsForeign(request: Request): Response {
  log('cross_site', { address: hashedAddress(clientAddress(request)) })
  return problem('cross_site')
}

export function tooMany(wait: TooMany, request: Request): Response {
  const address = clientAddress(request)
  seldom(`too_many ${address}`, (suppressed) =>
    log('rate_limited', { address: hashedAddress(address), suppressed }),
  )
  return comeAgain('too_many', wait)
}

function lineFull(error: Busy, request: Request): Response {
  const address = hashedAddress(clientAddress(request))
  seldom('line_full', (suppressed) => log('line_full', { address, suppressed }))
  return comeAgain('busy', error)
}

export function invalid(path: string, code: string): Response {
  return problem('invalid', { errors: [{ path, code }] })
}

const timelineFor = (sandbox: OwnedSandbox) => openTimeline(sandbox.id, sandbox.clock, sandbox)
