// The figures of one run, on the screen and for docs/benchmarks.md, and how they came about.

import type { Figure } from '../../app/_pages/numbers/figures.ts'
import words from '../../lib/i18n/messages/en/numbers.json' with { type: 'json' }
import { type Cell, type Conditions, table } from '../machine.ts'
import { countsOf } from './counted.ts'
import type { Found } from './found.ts'
import { GROUPS, type Profiles, type Shares } from './profile.ts'

const LEFT_OUT = [
  'G4: better-auth is not among the packages of this project, so this run compares no lane with it. What was seen beside it: above.',
  'G1 to G6 as requests a second: processor time of a request is what is compared.',
]

/** As the page of numbers has it. */
const nameOf = ({ what, lane, rows }: Pick<Figure, 'what' | 'lane' | 'rows'>) =>
  words.bench.figure[what].replace('{lane}', lane).replace('{rows}', String(rows))

const verdictOf = ({ high, most }: Figure) => (most === null ? '' : high <= most ? 'met' : 'missed')

export function tell(found: Found, say: (text: string) => void) {
  const { figures, failed } = found
  const width = Math.max(0, ...figures.map((figure) => nameOf(figure).length))
  say('')
  for (const figure of figures) {
    const { goal, ratio, low, high, most, rounds } = figure
    const interval = `(${low.toFixed(2)}–${high.toFixed(2)}, ${rounds} rounds)`
    const wanted = most === null ? '' : `≤ ${most}  ${verdictOf(figure)}`
    say(
      `${(goal ?? '').padEnd(4)}${nameOf(figure).padEnd(width)}  ${ratio.toFixed(2)}  ${interval}  ${wanted}`,
    )
  }
  say('')
  for (const [goal, what, value, wanted, verdict] of countsOf(found))
    say(`${goal.padEnd(4)}${what}: ${value}${wanted && `  ${wanted}  ${verdict}`}`)
  say('')
  for (const { lane, action, up, down, reads, writes } of found.wire ?? [])
    say(`    ${lane} ${action}: ${up} octets up, ${down} down, ${reads} reads, ${writes} writes`)
  say(`\nNot covered:\n${LEFT_OUT.map((one) => `    ${one}`).join('\n')}`)
  for (const { name, why } of failed) say(`FAILED  ${name}: ${why}`)
}

const OWN = ['this project', 'the recording']
const SHOWN = {
  floor: 'bare',
  cookie: 'cookie: cart',
  session: 'session: cart',
  jwt: 'jwt: cart',
  me: 'jwt: who',
}
const sumOf = (groups: readonly string[], shares: Shares) =>
  groups.reduce((sum, group) => sum + (shares[group] ?? 0), 0)

/** Hundredths of the bare handler's samples; the last row is what would be left without a line of this project. */
function profileRows(profiles: Profiles) {
  const cells = (of: (shares: Shares) => Cell) => Object.keys(SHOWN).map((name) => of(profiles[name] ?? {}))
  return [
    ...GROUPS.map((group) => [group, ...cells((shares) => shares[group] ?? 0)]),
    ['together', ...cells((shares) => sumOf(GROUPS, shares))],
    [
      'without this project and the recording',
      ...cells((shares) => sumOf(GROUPS, shares) - sumOf(OWN, shares)),
    ],
  ]
}

const WITHOUT: [target: string, name: string, goal: number][] = [
  ['cookie', 'cookie', 160],
  ['session', 'session', 150],
  ['jwt', 'jwt', 170],
  ['me', 'jwt, who is it', 125],
]

/** What is left of each lane without this project, beside the goal of the whole. */
function withoutUs(profiles: Profiles) {
  const of = (shares: Shares) => sumOf(GROUPS, shares) - sumOf(OWN, shares)
  return WITHOUT.map(([key, name, goal]) => `${name} ${of(profiles[key] ?? {})} (goal ${goal})`).join('; ')
}

const WHY = `- **G1 to G3.** The last row is what the framework and the libraries cost with nothing of this project around them. The cookie lane pays for
  WebCrypto, which iron-session uses: keys are derived from the password twice for each seal that is opened, and each of the four steps goes
  through the thread pool. The JWT lane pays for one such step. The session lane pays for Prisma and its driver. They are what a reader of this site would use
  too, so none is replaced. What could go has gone: keys are imported once, a snapshot is looked at only when something has changed, a row that is read
  again is not described again, and an event repeats no text that it had before.
- **G13.** Two servers side by side, 100 visitors every 3 s: a watched write took 4.85 ms of processor time with statements that were prepared each time, a commit that waited for the disk and caches sized for
  one visitor, and 4.07 ms with statements that are kept (decision 0026) and with what follows from a stored thing worked out once. The bare handler took 1.87 and 2.18 ms beside them, so that it is
  2.6 times before and between 1.9 and 2.2 times after. Before, main thread, in hundredths of all that a write takes there more than the bare handler: Prisma and SQLite 34 (of them 20 while
  a statement ran, most of it the wait for the disk), the framework (a body, a path with parameters, Set-Cookie, the stream) 17, recording and event 16, sealing and signing 14 without what
  the thread pool does for it, this project 9, the collector 6. What iron-session and jose do stays: each seal that is opened or made derives two keys, in jobs of the thread pool, and a third of all writes opens one
  and makes one. A larger young generation (\`--max-semi-space-size\`) gained nothing.
- **G4.** Beside better-auth 1.7.25 (a session read from SQLite and a constant cart, the same framework, one core for both servers in turns, 20 connections, ten rounds of a second each, 2026-11-29), requests a
  second: session cart 1.27 times (goal 1.3), jwt cart 1.15 (goal 1.4), cookie cart 1.02, jwt identity 1.36. The machine was not quiet: single rounds were between 0.7 and 2 times.
- **G11, memory.** What classes leave is their timelines. They are packed when they are quiet (decision 0032). Before that, with a heap of 512 MB and 96 MiB for all timelines, twenty classes of 150 in a row left 663 to 701 MB, and the last was no slower than the
  first (0.34 times at 95 %). With it 572 MB after eight, 629 to 643 before; twenty, one right after the other, left 669 MB and 737 at most (2026-11-30), which is above the goal: 600 MB
  are passed by the tenth. What lives on of a visitor is some 30 KB for the rest of the sandbox's day: the packed timeline, the ledger, the settings. Resident are 101 KB for each visitor after the first class: the collector takes the room that it may have.
  A smaller step of growth (\`--heap-growing-percent\`) and fewer arenas of the allocator (\`MALLOC_ARENA_MAX\`) came to the same.
- **G5.** At a million rows, runs of two days gave 0.81 to 1.23. It is the same look-up by primary key; two processes are compared, and that alone moves a ratio. Two runs of 2026-11-30
  gave 0.93 (0.87–0.99) and 1.20 (1.06–1.34); in the second the bare handler took half as long again (1519 µs for 1005), so the machine was slower.
- **G6.** Run by itself, again and again, the recording of a request without steps takes 5 µs, and the text of its event 6 more. Inside the server it takes about ten
  times that: between two runs of these lines the processor goes through a millisecond of other code, and finds nothing of them in its caches. So what can
  wait is done together, a frame of a screen at a time (\`lib/trace/fast/batch.ts\`). That took away what an open panel cost beside: 1.17 before, of six sets of servers. An
  AsyncLocalStorage that handed the recorder to the shop was 3 hundredths, and is gone. What is left is the head, the steps and what the stores looked like
  before: they cannot wait, because the next request changes them, and a panel that opens late has a past to show. Of the two runs of 2026-11-30 the
  faster gave 1.02, 1.02 and 1.00 while nobody watches, the slower 1.05, 1.05 and 1.10.
- **G10.** The framework loads every route before the first answer, so that no visitor waits for it. This app has more than eighty of them and a database to
  open; the bare one has three and none. The machine was slow when the builds were timed; by itself this build took 17 s before and after.
- **G14.** Until it can be used, a first view of \`/\` keeps a processor that is four times slower busy for 3.5 s on a quiet machine, of which 1.8 s are scripts: React wakes a page with three shops and a panel, and then draws what the first requests have
  brought. What is counted beyond that is a clock that ticks.`

/** The text of docs/benchmarks.md. */
export function reportOf({ when, machine, node }: Conditions, found: Found, quick: boolean) {
  const { figures, wire, failed, requests } = found
  const compared = figures.map((figure) => [
    figure.goal ?? '',
    nameOf(figure),
    figure.ratio.toFixed(2),
    `${figure.low.toFixed(2)}–${figure.high.toFixed(2)}`,
    figure.rounds,
    figure.most === null ? '' : `≤ ${figure.most}`,
    verdictOf(figure),
  ])
  return `# What each lane costs

Written by \`npm run bench${quick ? ' -- --quick' : ''}\` on ${when}: ${machine}, Node ${node}.
${quick ? '\n**A quick run, with few rounds: it shows that the tool works. Do not quote it.**\n' : ''}
## Processor time, as ratios

${table(['goal', 'what', 'ratio', '95 % interval', 'rounds', 'wanted', ''], compared)}

To a bare route handler, where nothing else is named.

## Counted

${table(['goal', 'what', 'value', 'wanted', ''], countsOf(found))}

## On the wire, and in the database

Single requests, heads and bodies in octets, statements in the lane's own tables. The client sends no more than Node's \`fetch\` does; a browser
sends some hundred octets more, the same in each lane. Three lines in the cart, none yet at sign-in.

${table(
  ['lane', 'request', 'up', 'down', 'reads', 'writes'],
  (wire ?? []).map(({ lane, action, up, down, reads, writes }) => [lane, action, up, down, reads, writes]),
)}

## Where the time goes

Samples of the server's main thread while it answers, in hundredths of those of the bare handler. Native code counts for whoever called it. Sampling
costs by itself and other threads are not in it, so the sums are near the ratios above and not the same.

${found.profiles ? table(['whose code', ...Object.values(SHOWN)], profileRows(found.profiles)) : 'Not measured in this run.'}

${found.profiles ? `Without this project, beside the goal of the whole: ${withoutUs(found.profiles)}.` : ''}

Where goals are missed, and why:

${WHY}

## Not covered

${[...LEFT_OUT, ...failed.map(({ name, why }) => `Failed in this run: ${name} (${why}).`)].map((one) => `- ${one}`).join('\n')}

## How it is measured

- The production build, on this machine, over loopback: 20 kept connections, one visitor who is signed in and has three lines in the cart. Sign-in and refresh: four
  visitors, one request of each at a time. The password that a sandbox comes with is derived from a key; a changed one costs a scrypt more, in each lane.
- Processor time of the server's process, all threads, from \`/proc\`, for ${requests} requests a slice (a quarter of that for sign-in and refresh). Not the time on
  the clock: that measures who else is on the machine.
- Targets take turns, one slice each, as many rounds as the table says, after a warm-up and two rounds that are dropped. A ratio is
  taken round by round against the target beside it, and only such ratios are compared.
- The interval holds 95 % of the means of 4000 resamplings of the rounds. A goal is met when the whole interval is.
- "Bare" is \`app/api/bare/route.ts\`: constant JSON from the same build, in the same process.
- Recording: three servers, one with \`TRACE=0\`, one that records, one with a panel that is open, started for it alone; a ratio is that of the medians of their
  slices. Two servers that are alike differ by 3 hundredths, now and then by more, for as long as they live, and no number of rounds takes that
  out: so it is done several times ("rounds" in the table).
- Many rows: session rows of other visitors, on a server of their own, against one with 100.
- First view: Chromium with a window of 390x844 and a processor four times slower, nothing kept from an earlier visit, pages in turns with a page of one
  paragraph of the same framework; busy is the main thread until it is quiet for two seconds, blocked what tasks took beyond 50 ms each.
- A class (G11, G13): 60 visitors with open panels behind one network address, a change in each lane every 2 s. Larger ones: \`npm run class\`.
- JavaScript: what the document of a page names, in tags and in its data, without the file for browsers that know no modules.

Absolute times say something about one machine. What is smaller than a tenth cannot be told from noise on a machine that others use.
`
}
