/** What a lane's desk finds of one sandbox. */
import { db } from '@/lib/db/client'
import type { Desk } from '@/lib/strategies/site/desk'
import { applyFinding } from '@/lib/trace/ledger/apply-finding'
import type { Timeline } from '@/lib/trace/publish/timeline'
import type { OwnedSandbox } from '../world/sandbox'

export function deskOf(sandbox: OwnedSandbox, timeline: Timeline): Desk {
  const { id, dials, clock, expiresAt, users, bornHere } = sandbox
  return {
    db,
    sandboxId: id,
    dials,
    now: clock.now(),
    endOfSandbox: new Date(expiresAt.getTime() + clock.offsetSeconds * 1000),
    customers: () => users.all().map((user) => user.id),
    rotateKeys: (lane, keepPrevious) => sandbox.rotateKeys(lane, keepPrevious),
    learn: (finding) => applyFinding(timeline.ledger, finding),
    held: (strategy, device) => timeline.ledger.held(strategy, device),
    seen: () => ({ exchanges: timeline.after(0), complete: bornHere && timeline.dropped === 0 }),
  }
}
