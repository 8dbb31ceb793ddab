// The text of docs/faults.md.
import { conditions, table } from '../machine.ts'
import type { Result } from './fault.ts'

const HEAD = ['', 'what is done', 'what has to be so', 'tried', 'lost', '', 'seen', 'took', 'load', 'when']
const GOOD = 'as promised'

/**
 * @param last the text as it is: the lines of what was not run now stay, if they are of the same machine
 * @returns null: they are not, and a text of both would compare what cannot be compared
 */
export function reportOf(results: Result[], last = ''): string | null {
  const { when, machine, node } = conditions()
  const place = `${machine}, Node ${node}`
  const now = results.map(({ id, title, goal, tried, lost, ok, note, time, busy }) => {
    const cells = [id, title, goal, tried, lost, ok ? GOOD : '**not so**', note, time, busy, when]
    return cells.map(String)
  })
  const kept = rowsOf(last).filter(([id = '']) => !now.some(([other]) => other === id))
  if (kept.length > 0 && !last.includes(place)) return null
  const rows = [...kept, ...now].toSorted(([one = ''], [other = '']) => numberOf(one) - numberOf(other))
  const good = rows.filter((row) => row[HEAD.lastIndexOf('')] === GOOD).length
  return `# What was done to the server, and what came of it

Written by \`npm run faults\` on ${place}. ${good} of ${rows.length} as promised, each on the day that its line names.

${table(HEAD, rows)}

F14, the same load for ten minutes, is \`npm run soak\` ([soak.md](soak.md)).

## How it is done

- The production build over loopback, with a data folder of its own and without rate limits; a fault is done to the process (signals), to its files and its file system, or by
  other clients. What a client was told is compared with what is there afterwards.
- "Lost": what was acknowledged and is not there, what is there and was never sent, or what did not come out as the line before says.
- "Load": processes that wanted to run in the minute before, by the system's own count. Milliseconds are those of this machine under this load. Where a verdict hangs on
  time, the bound is seconds wide, or it is a ratio of two times of the same run.
- A file system that fills up or becomes read-only (F8) needs Linux and a user who may mount; a clock that jumps (F11) needs Debian's libfaketime. Without them the line says so.
- "In the midst" (F20): the process had not ended when it was killed. The new build (F25) is the same build with one migration more.
- Abuse (F26 to F30, F33) meets the server as \`npm run demo\` starts it, with a heap of 512 MB (768 MB in runs before 2026-11-30) and the default limits. It comes from 127.0.0.2, which needs Linux; the honest visitor
  from 127.0.0.1 asks ten times a second, and who still waits is counted with what he has waited. Memory is the resident set. Before it is taken, ordinary visitors have been there for 10 s.
- The class (F32) meets the same server from one address: each learner has a browser's fields, cookies and six connections, and an event stream besides. Its answers may be slow, up to a minute.
- Cells (F36 to F38) stand behind HAProxy, of Debian's package, as \`CELLS=2 npm run demo\` starts them; without it the line says so. A panel is an event stream that comes back as a browser's does.
- A run of the lab on many servers (F34, F35): its processes are the children of the server, as Linux lists them; ports are asked for a connection. The class of F35 is as in F32, with fewer learners.
- A proxy in front (\`deploy/haproxy.cfg\`) takes off what lies in the connection: it keeps idle and slow connections to itself, hands on a request when all of it is there, one of a connection at a time, refuses a head beyond
  32 KiB, and answers itself what is no HTTP. It does not take off what a whole request costs, answers that nobody reads and event streams, of which it buffers 32 KiB each, the lines of hashes and labs,
  the number of sandboxes, nor many addresses: those are the shop's own to bound, and it counts by the address that the proxy names (\`TRUSTED_PROXY_HOPS=1\`).
`
}

/** The lines of the table, as cells. */
const rowsOf = (text: string) =>
  text
    .split('\n')
    .filter((line: string) => /^\| F\d/.test(line))
    .map((line: string) =>
      line
        .slice(2, -2)
        .split(/ (?<!\\)\| /)
        .map((cell: string) => cell.replaceAll('\\|', '|')),
    )

const numberOf = (id: string) => Number(/\d+/.exec(id)?.[0])
