import { methods } from '@/lib/http/methods'
import { json } from '@/lib/http/problem'
import { noteAct } from '@/lib/sandbox/desk/note-act'
import { invalid, ownedWrite } from '@/lib/sandbox/owner/control'
import { clockOf } from '@/lib/sandbox/owner/events'
import { ClockTurn } from '@/lib/sandbox/world/clock'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: ownedWrite(ClockTurn, async ({ sandbox, timeline, body }) => {
    const wasOffsetSeconds = sandbox.clock.offsetSeconds
    const turned = await sandbox.clock.turn(body)
    if (!turned) return invalid('advanceSeconds', 'too_big')
    const clock = clockOf(timeline)
    timeline.publish({ type: 'clock', ...clock })
    const { offsetSeconds } = clock
    // A clock changes no row.
    noteAct(sandbox, timeline, { act: 'clock', strategy: null, offsetSeconds, wasOffsetSeconds, changed: {} })
    return json(clock)
  }),
})
