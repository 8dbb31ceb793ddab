/** What the page of a browser lab needs from the server while it plays. For whoever owns the sandbox, and only into rooms of the run. */
import { z } from 'zod'
import { serialize } from '@/lib/http/cookies'
import { attackerOrigin, frontOrigin, shopOrigin } from '@/lib/http/host'
import { json, problem } from '@/lib/http/problem'
import { names } from '@/lib/process/env'
import { takeBench } from '@/lib/sandbox/limits'
import { type OwnerCall, owned, ownedWrite, tooMany } from '@/lib/sandbox/owner/control'
import { cookiesOf, provingCookie } from '@/lib/strategies/lanes'
import { MOST_OF_COOKIE } from '@/lib/strategies/strategy'
import { NewErrand, newErrand, reportOf } from '../attacker/errand'
import { withRun } from './control'
import type { Room } from './room'
import type { Run } from './run'

/** 201 with a code for one page of the attacker's site, or of the other origin, and where that page lies. */
export const createErrand = ownedWrite(NewErrand, (call) =>
  withRun(call, (run) => {
    const room = run.room(call.body.lane)
    if (!room || run.state !== 'playing') return problem('not_found')
    const { kind, lane, site, credentials } = call.body
    const laptop = shopAddress() + room.clients.laptop.path
    const front = kind === 'front' ? { credentials, ...minaIn(room) } : undefined
    const code = newErrand(run.id, { kind, lane, laptop, front })
    const origin = site === 'same-site' ? frontOrigin(names()) : attackerOrigin(names())
    return json({ code, origin }, { status: 201 })
  }),
)

/** 200 with null: the page has not reported yet. */
export const readReport = owned((call) =>
  withRun(call, (run) => {
    const report = reportOf(run.id, call.params.errand ?? '')
    return report === undefined ? problem('not_found') : json({ report })
  }),
)

function minaIn({ sandbox }: Room) {
  const { id, email } = sandbox.users.find('mina')!
  return { email, password: sandbox.keys.firstPassword(id)! }
}

const Presented = z.strictObject({
  /** As a header field can hold it: printable, and no separator of cookies. */
  credential: z
    .string()
    .regex(/^[\x21-\x3a\x3c-\x7e]+$/)
    .max(MOST_OF_COOKIE),
})

/** Somebody elsewhere sends this text as the credential of the lane, and asks who he is. */
export const presentElsewhere = ownedWrite(Presented, (call) =>
  withRoom(call, async ({ strategy, sandbox, clients: { attacker } }, run) => {
    if (run.state !== 'playing') return problem('not_found')
    const wait = await takeBench(call.sandbox.id)
    if (wait) return tooMany(wait, call.request)
    const inCookie = strategy === 'jwt' && sandbox.dials.jwt.carrier === 'cookie'
    attacker.forget()
    attacker.present(call.body.credential, inCookie ? provingCookie(strategy) : undefined)
    const reply = await attacker.get('me').catch(() => null)
    if (!reply) return problem('try_again')
    const { status, json: body, exchange } = reply
    return json({ status, customer: body?.customer ?? null, exchange: exchange?.id ?? null })
  }),
)

/** 204: the browser drops what it holds of the laptop in this room. Its exchanges stay. */
export const clearBrowser = owned((call) =>
  withRoom(call, ({ strategy, clients: { laptop } }) => {
    const response = new Response(null, { status: 204 })
    for (const { name, path } of cookiesOf(strategy)) {
      const gone = { name, value: '', path: laptop.path + path, maxAge: 0 }
      response.headers.append('Set-Cookie', serialize({ ...gone, httpOnly: true, sameSite: 'Lax' }))
    }
    return response
  }),
)

function withRoom<T>(call: OwnerCall<T>, answer: (room: Room, run: Run) => Response | Promise<Response>) {
  return withRun(call, (run) => {
    const room = run.lab.place === 'browser' ? run.room(call.params.lane ?? '') : null
    return room ? answer(room, run) : problem('not_found')
  })
}

const shopAddress = () => shopOrigin(names())
