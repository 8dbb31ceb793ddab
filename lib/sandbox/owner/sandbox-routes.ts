/** The owner's own sandbox: get it, make it, end it. */
import { clientAddress } from '@/lib/http/address'
import { API_HEADERS, json, problem } from '@/lib/http/problem'
import { hashedAddress, hashedId } from '@/lib/log/ids'
import { log } from '@/lib/log/log'
import { takeNewSandbox } from '../limits'
import { drainOf } from '../world/drain'
import { isKeyOfThisCell } from '../world/owner-key'
import { createSandbox, destroySandbox, type OwnedSandbox, SANDBOX_LIFE } from '../world/sandbox'
import { guarded, type OwnerCall, owned, tooMany } from './control'
import { noteOwnLines } from './own-lines'
import { ownerCookie, readOwnerKeys } from './owner'
import { ownership } from './ownership'

export const readOwn = owned(({ sandbox }) => json(described(sandbox)))

/** 201 with a new one, or 200 with the one there is; 307 or 503 from a cell that takes no new ones. */
export const createOwn = guarded(async (request) => {
  const { sandbox: existing, because, others } = await ownership(request)
  if (existing) return json(described(existing))
  // One more would be no help: the planted key stays.
  if (because === 'doubled') return problem('no_sandbox', { because })
  if (drainOf()) return takesNoNew(request, others)
  const wait = await takeNewSandbox(request)
  if (wait) return tooMany(wait, request)
  const address = hashedAddress(clientAddress(request))
  const { sandbox, ownerToken } = await createSandbox(address)
  noteOwnLines(sandbox.ownLines, request)
  log('sandbox_created', { sandbox: hashedId(sandbox.id), address })
  return json(described(sandbox), {
    status: 201,
    headers: { 'Set-Cookie': ownerCookie([ownerToken, ...others], SANDBOX_LIFE) },
  })
})

/**
 * A browser whose key is this cell's would be sent here again: it is told to forget that key, and asks once more with what is left. Whoever has
 * none was sent here by somebody who does not ask for our health.
 */
function takesNoNew(request: Request, others: readonly string[]): Response {
  if (!readOwnerKeys(request).some(isKeyOfThisCell)) return problem('draining', { headers: SOON })
  const left = others.filter((key) => !isKeyOfThisCell(key))
  const headers = { ...API_HEADERS, Location: '/api/sandbox', 'Set-Cookie': cookieOf(left) }
  return new Response(null, { status: 307, headers })
}

const SOON = { 'Retry-After': '2' }

export const endOwn = owned(async ({ sandbox, others }: OwnerCall) => {
  await destroySandbox(sandbox.id, 'owner')
  return new Response(null, { status: 204, headers: { ...API_HEADERS, 'Set-Cookie': cookieOf(others) } })
})

const cookieOf = (keys: readonly string[]) => ownerCookie(keys, keys.length > 0 ? SANDBOX_LIFE : 0)

/** Times of the sandbox in real time; a password only while it is the first one, which can be derived. */
function described({ id, createdAt, expiresAt, users, clock, keys }: OwnedSandbox) {
  return {
    sandbox: { id, createdAt, expiresAt },
    users: users.all().map(({ id: userId, email, name, role, discount, passwordChangedAt }) => ({
      email,
      name,
      role,
      discount,
      password: passwordChangedAt ? null : keys.firstPassword(userId),
    })),
    clock: { now: clock.now(), offsetSeconds: clock.offsetSeconds },
  }
}
