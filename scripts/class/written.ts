// The part of docs/benchmarks.md that tells of classes. It is written by `npm run class -- --write`, a size at a time; `npm run bench` leaves
// it as it is.
import { type Conditions, table } from '../machine.ts'
import type { Classes } from './classes.ts'
import { goalsOf } from './goals.ts'
import {
  classTable,
  lineWords,
  memoryWords,
  PROFILE_HEAD,
  paintedWords,
  profileRows,
  troubles,
} from './report.ts'

const TITLE = '## A class behind one address'
const NEXT = '\n## Not covered'

const HOW = `Each visitor has a sandbox and an open event stream, is signed in in all three lanes with three things in each cart, and changes a quantity in all lanes at once, once
in each period, at a moment that is drawn anew each time; an access token that has expired is refreshed. All are behind one network address, each class behind another, and the limits are
as they come. "Bare" is \`app/api/bare/route.ts\`, asked for in place of each change over the same connections, in slices between those of the lanes. "Told" is from the
sending of a change to its event in the open stream. Processor time is that of all threads of the server. Client and server share the machine.`

/** Of one size of class. */
export function sectionOf({ when, machine, node }: Conditions, found: Classes, words: readonly string[]) {
  const { classes, profile, options } = found
  const told = [...memoryWords(classes), ...paintedWords(found), ...lineWords(found), ...troubles(classes)]
  const late = `The client's own timers were late by ${classes.map(({ ownDelay }) => ownDelay.toFixed(1)).join(', ')} ms (95 %)`
  const samples = profile && table(PROFILE_HEAD, profileRows(profile))
  return `### ${options.visitors} visitors, every ${options.every} s

Written by \`${['npm run class --', ...words].join(' ')}\` on ${when}: ${machine}, Node ${node}.

${table(['goal', 'what', 'value', 'wanted', ''], goalsOf(found))}

${classTable(classes)}

${[...told, late].map((line) => `- ${line}`).join('\n')}
${samples ? `\nSamples of the server's main thread while the class acts:\n\n${samples}\n` : ''}`
}

/** In the place of the one of its size; small sizes first. @param section null: nothing is new */
export function withSection(text: string, section: string | null): string {
  const others = sizesIn(text).filter((one) => !section || titleOf(one) !== titleOf(section))
  const all = section ? [...others, section] : others
  if (all.length === 0) return text
  const sorted = all.toSorted((one, other) => numberOf(one) - numberOf(other))
  const whole = [TITLE, HOW, ...sorted.map((one) => one.trim())].join('\n\n')
  const [begin, end] = placeIn(text)
  return `${text.slice(0, begin)}\n${whole}\n${text.slice(end)}`
}

/** Those of another text. */
export const withSectionsOf = (text: string, other: string): string =>
  sizesIn(other).reduce((all, section) => withSection(all, section), text)

function sizesIn(text: string): string[] {
  const [begin, end] = placeIn(text)
  return text
    .slice(begin, end)
    .split(/\n(?=### )/)
    .slice(1)
}

/** From the line before its heading to the one before the next; where it is to stand, if there is none. */
function placeIn(text: string): [begin: number, end: number] {
  const begin = text.indexOf(`\n${TITLE}`)
  if (begin < 0) return [text.indexOf(NEXT), text.indexOf(NEXT)]
  return [begin, text.indexOf('\n## ', begin + 1)]
}

const titleOf = (section: string) => section.split('\n', 1)[0]
/** By visitors, then by period. */
const numberOf = (section: string) => {
  const [, visitors, every] = /^### (\d+) visitors, every ([\d.]+) s/.exec(section) ?? []
  return 1000 * Number(visitors) + Number(every)
}
