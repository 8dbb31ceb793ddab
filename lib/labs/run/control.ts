/** Runs of labs over HTTP, for whoever owns the sandbox. */
import { z } from 'zod'
import { attackerOrigin, frontOrigin } from '@/lib/http/host'
import { json, problem } from '@/lib/http/problem'
import { names } from '@/lib/process/env'
import { takeLabRun } from '@/lib/sandbox/limits'
import { invalid, type OwnerCall, owned, ownedWrite, tooMany } from '@/lib/sandbox/owner/control'
import { turnOf } from '@/lib/sandbox/whose'
import { maskExchange } from '@/lib/trace/export/mask'
import { labOf } from '../index'
import { type Lab, positionOf } from '../lab'
import { recordedExchanges, recordedRun } from './recorded-runs'
import type { Run } from './run'
import { endRun, nextAct, runOf, startRun } from './runs'

const NewRun = z.strictObject({
  position: z.string().max(40).default('default'),
  /** `act`: one act at a time, each asked for. */
  pace: z.enum(['all', 'act']).default('all'),
})

/** 202: it goes on by itself. */
export const createRun = ownedWrite(NewRun, async ({ request, params, body, sandbox, timeline }) => {
  const lab = labOf(params.lab ?? '')
  if (!lab) return problem('not_found')
  const position = positionOf(lab, body.position)
  if (!position) return invalid('position', 'invalid_value')
  if (needsAnotherSite(lab)) return problem('not_possible')
  const wait = await takeLabRun(sandbox.id)
  if (wait) return tooMany(wait, request)
  const turn = turnOf(request, sandbox)
  const run = await startRun(sandbox, timeline, { lab, position, pace: body.pace, turn })
  return json({ run: run.report() }, { status: 202 })
})

export const readRun = owned((call) => withRun(call, (run) => json({ run: run.report() })))

export const removeRun = owned((call) =>
  withRun(call, async () => {
    await endRun(call.sandbox.id)
    return new Response(null, { status: 204 })
  }),
)

export const playAct = ownedWrite(z.strictObject({}), (call) =>
  withRun(call, async (run) => {
    await nextAct(run, turnOf(call.request, call.sandbox))
    return json({ run: run.report() })
  }),
)

const after = z
  .string()
  .regex(/^\d{1,15}$/)
  .default('0')
  .transform(Number)

/** Of one lane's room, credentials masked. */
export const listExchanges = owned((call) => {
  const from = after.safeParse(new URL(call.request.url).searchParams.get('after') ?? undefined)
  const recorded = recordingFor(call)
  if (recorded && from.success) return json({ exchanges: recorded.filter(({ seq }) => seq > from.data) })
  return withRun(call, (run) => {
    const room = run.room(call.params.lane ?? '')
    if (!from.success) return invalid('after', 'invalid_format')
    if (!room) return problem('not_found')
    return json({ exchanges: room.timeline.after(from.data).map(maskExchange) })
  })
})

/** One of them, whole: a room's credentials belong to demo users of a room that ends. Of a recorded run: masked. */
export const readExchange = owned((call) => {
  const id = call.params.id ?? ''
  const recorded = recordingFor(call)?.find((one) => one.id === id)
  if (recorded) return json(recorded)
  return withRun(call, (run) => {
    const exchange = run.room(call.params.lane ?? '')?.timeline.get(id)
    return exchange ? json(exchange) : problem('not_found')
  })
})

/** Somebody's, whoever it was: for who waits. The own one is shown as it is. */
export const readRecorded = owned(({ request, params }) => {
  const position = new URL(request.url).searchParams.get('position') ?? 'default'
  const recorded = recordedRun(params.lab ?? '', position)
  return recorded ? json(recorded) : problem('not_found')
})

/** null: the visitor's own run, or none. */
function recordingFor({ params, sandbox }: OwnerCall) {
  const { lab = '', run = '', lane = '' } = params
  return runOf(sandbox.id, run) ? null : recordedExchanges(lab, run, lane)
}

/** Of this lab and this sandbox; anything else is not there. */
export function withRun<T>(
  { params, sandbox }: OwnerCall<T>,
  answer: (run: Run) => Response | Promise<Response>,
) {
  const run = runOf(sandbox.id, params.run ?? '')
  return run && run.lab.slug === params.lab ? answer(run) : problem('not_found')
}

function needsAnotherSite(lab: Lab): boolean {
  if (lab.place !== 'browser' || !lab.crossSite) return false
  if (lab.sameSiteToo && frontOrigin(names()) === null) return true
  return attackerOrigin(names()) === null
}
