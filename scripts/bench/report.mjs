// docs/benchmarks.md: the figures of one run, and how they came about.
import { writeFileSync } from 'node:fs'

export function writeReport(
  path,
  { when, machine, node, figures },
  { microseconds, resident, rows, rounds, requests },
) {
  const lines = figures.map(({ goal, name, ratio, low, high, most }) => {
    const wanted = most === null ? '' : `≤ ${most}`
    const verdict = most === null ? '' : high <= most ? 'met' : 'missed'
    return `| ${goal ?? ''} | ${name} | ${ratio.toFixed(2)} | ${low.toFixed(2)}–${high.toFixed(2)} | ${wanted} | ${verdict} |`
  })
  writeFileSync(
    path,
    `# What each lane costs

Written by \`npm run bench\` on ${when}: ${machine}, Node ${node}.

| goal | what | ratio | 95 % interval | wanted | |
| --- | --- | --- | --- | --- | --- |
${lines.join('\n')}

The bare route handler took ${microseconds.toFixed(0)} µs of processor time a request. After the run the server held ${Math.round(resident / 1e6)} MB.

## How it is measured

- The production build, on this machine, over loopback: 20 kept connections, one visitor who is signed in and has three lines in the cart.
- Processor time of the server's process, all threads, from \`/proc\`, for ${requests} requests a slice. Not the time on the clock: that measures who else is
  on the machine.
- Targets take turns, one slice each, ${rounds} rounds after a warm-up by number of requests and two rounds that are dropped. A ratio is
  taken round by round against the target beside it, and only such ratios are compared.
- The interval holds 95 % of the means of 4000 resamplings of the rounds. A goal is met when the whole interval is.
- "Bare" is \`app/api/bare/route.ts\`: constant JSON from the same build, in the same process. Recording is off with \`TRACE=0\`.
- Among many rows: ${rows} session rows of other visitors.

Absolute times say something about one machine. What is smaller than a tenth cannot be told from noise on a machine that others use.
`,
  )
}
