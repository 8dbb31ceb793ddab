/** The control plane: the owner's view of the sandbox. Its cookie never rides on a request of a shop. */

import type { DeskAct } from '@/lib/reading/timeline/desk-act'
import type { Exchange } from '@/lib/trace/model/exchange'
import type { OwnerAct } from '@/lib/trace/model/owner-act'
import { type NoSandboxBody, phaseOf } from '../connection/no-sandbox'
import { isOnScreen, useLive } from '../state/store'
import type { DemoUser, SandboxAnswer } from '../state/types'
import { type Answer, type Call, NO_ANSWER, send } from './http'

export interface ClockAnswer {
  /** ISO 8601, the sandbox clock. */
  now: string
  offsetSeconds: number
}

export interface OwnAnswer {
  sandbox: SandboxAnswer
  users: DemoUser[]
  clock: ClockAnswer
}

export interface ExchangesAnswer {
  exchanges: Exchange[]
  /** The list goes on after the last one. */
  more: boolean
  dropped: number
  desk: DeskAct[]
  acts: OwnerAct[]
}

/** Of what was asked of a sandbox that this page has left meanwhile. */
const LEFT = { ...NO_ANSWER, code: 'left' } as const

/**
 * `path` is relative to `/api/sandbox`. That the server finds no sandbox for this browser is noticed here. Of a sandbox that was
 * left there is no answer (`left`): it says nothing of the one on screen.
 */
export async function control<Body>(
  method: Call['method'],
  path = '',
  body?: unknown,
): Promise<Answer<Body>> {
  const { sandbox } = useLive.getState()
  const answer = await send<Body>(`/api/sandbox${path}`, { method, body })
  noteHeadTooLarge(answer)
  if (sandbox && !isOnScreen(sandbox.id)) return LEFT
  if (sandbox && answer.code === 'no_sandbox') void lookForKey(sandbox.id, answer.body as NoSandboxBody)
  return answer
}

const lookForKey = (asked: string, body: NoSandboxBody) =>
  import('../connection/no-key').then(
    ({ noteNoKey }) => noteNoKey(asked, body),
    // Of another build, whose files are gone: what the answer itself says.
    () => isOnScreen(asked) && useLive.setState({ phase: phaseOf(body) }),
  )

/** Nothing else will be answered before cookies are deleted, and the panel has no word of it: the server refuses before it records. */
export function noteHeadTooLarge({ status }: Answer): void {
  if (status === 431) useLive.setState({ phase: 'head-too-large' })
}
