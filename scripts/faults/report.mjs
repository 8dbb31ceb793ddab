// The text of docs/faults.md.
import { conditions, table } from '../machine.mjs'

export function reportOf(results) {
  const { when, machine, node } = conditions()
  const good = results.filter(({ ok }) => ok).length
  return `# What was done to the server, and what came of it

Written by \`npm run faults\` on ${when}: ${machine}, Node ${node}. ${good} of ${results.length} as promised.

${table(
  ['', 'what is done', 'what has to be so', 'tried', 'lost', '', 'seen', 'took', 'load'],
  results.map(({ id, title, goal, tried, lost, ok, note, time, busy }) => [
    id,
    title,
    goal,
    tried,
    lost,
    ok ? 'as promised' : '**not so**',
    note,
    time,
    busy,
  ]),
)}

F14, the same load for ten minutes, is \`npm run soak\` ([soak.md](soak.md)).

## How it is done

- The production build over loopback, with a data folder of its own and without rate limits; a fault is done to the process (signals), to its files and its file system, or by
  other clients. What a client was told is compared with what is there afterwards.
- "Lost": what was acknowledged and is not there, what is there and was never sent, or what did not come out as the line before says.
- "Load": processes that wanted to run in the minute before, by the system's own count. Milliseconds are those of this machine under this load. Where a verdict hangs on
  time, the bound is seconds wide, or it is a ratio of two times of the same run.
- A file system that fills up or becomes read-only (F8) needs Linux and a user who may mount; a clock that jumps (F11) needs Debian's libfaketime. Without them the line says so.
`
}
