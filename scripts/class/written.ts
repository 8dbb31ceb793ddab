// The part of docs/benchmarks.md that tells of a class. It is written by `npm run class -- --write`; `npm run bench` leaves it as it is.
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

export function sectionOf({ when, machine, node }: Conditions, found: Classes, words: readonly string[]) {
  const { classes, profile, options } = found
  const told = [...memoryWords(classes), ...paintedWords(found), ...lineWords(found), ...troubles(classes)]
  const late = classes.map(({ ownDelay }) => ownDelay.toFixed(1)).join(', ')
  return `${TITLE}

Written by \`npm run class -- ${words.join(' ')}\` on ${when}: ${machine}, Node ${node}.

${table(['goal', 'what', 'value', 'wanted', ''], goalsOf(found))}

${classTable(classes)}

${told.map((line) => `- ${line}`).join('\n')}

Each visitor has a sandbox and an open event stream, is signed in in all three lanes with three things in each cart, and changes a quantity in all lanes at
once every ${options.every} s, at a moment that is drawn anew each time from ${options.jitter === 1 ? 'the whole period' : `${options.jitter} of the period`}; an access token that has expired is refreshed. All are behind one network address, each
class behind another, and the limits are as they come. "Bare" is \`app/api/bare/route.ts\`, asked for in place of each change over the same connections, in slices between those of the lanes. "Told" is from the sending of a change to its event in the open stream. Processor time is that of all threads of the server. Client and server share the machine;
the client's own timers were late by ${late} ms (95 %).
${profile ? `\nSamples of the server's main thread while the class acts:\n\n${table(PROFILE_HEAD, profileRows(profile))}\n` : ''}`
}

/** In the place of the one that is there. */
export function withSection(text: string, section: string): string {
  const end = text.indexOf(NEXT)
  const begin = text.indexOf(`\n${TITLE}`)
  if (end < 0) return `${text.trimEnd()}\n\n${section}`
  return `${text.slice(0, begin < 0 ? end : begin)}\n${section}${text.slice(end)}`
}

/** The one that is there, for whoever writes the rest anew; '': there is none. */
export function sectionIn(text: string): string {
  const begin = text.indexOf(`\n${TITLE}`)
  const end = text.indexOf(NEXT)
  return begin < 0 || end < begin ? '' : text.slice(begin + 1, end)
}
