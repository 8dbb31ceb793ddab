/** The owner's own sandbox: get it, make it, end it. */
import { clientAddress } from '@/lib/http/address'
import { API_HEADERS, json, problem } from '@/lib/http/problem'
import { hashedAddress, hashedId } from '@/lib/log/ids'
import { log } from '@/lib/log/log'
import { takeNewSandbox } from '../limits'
import { createSandbox, destroySandbox, type OwnedSandbox, SANDBOX_LIFE } from '../world/sandbox'
import { guarded, type OwnerCall, owned, tooMany } from './control'
import { noteOwnLines } from './own-lines'
import { ownerCookie } from './owner'
import { ownership } from './ownership'

export const readOwn = owned(({ sandbox }) => json(described(sandbox)))

/** 201 with a new one, or 200 with the one there is. */
export const createOwn = guarded(async (request) => {
  const { sandbox: existing, because, others } = await ownership(request)
  if (existing) return json(described(existing))
  // One more would be no help: the planted key stays.
  if (because === 'doubled') return problem('no_sandbox', { because })
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

export const endOwn = owned(async ({ sandbox, others }: OwnerCall) => {
  await destroySandbox(sandbox.id, 'owner')
  const line = ownerCookie(others, others.length > 0 ? SANDBOX_LIFE : 0)
  return new Response(null, { status: 204, headers: { ...API_HEADERS, 'Set-Cookie': line } })
})

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
