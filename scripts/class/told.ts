// The figures of a run, on the screen.
import { table } from '../machine.ts'
import { say } from '../say.mjs'
import type { Classes } from './classes.ts'
import { goalsOf } from './goals.ts'
import {
  classTable,
  functionRows,
  lineWords,
  memoryWords,
  PROFILE_HEAD,
  paintedWords,
  profileRows,
  troubles,
} from './report.ts'

export function tell(found: Classes): void {
  const { classes, profile, options } = found
  say(`\n${classTable(classes)}\n`)
  const late = classes.map(({ ownDelay }) => ownDelay.toFixed(1)).join(', ')
  say(`This client was late by ${late} ms itself (95 %).`)
  const words = [...memoryWords(classes), ...paintedWords(found), ...lineWords(found), ...troubles(classes)]
  for (const line of words) say(line)
  if (profile) say(`\n${table(PROFILE_HEAD, profileRows(profile))}`)
  if (profile && options.functions)
    say(`\n${table(['function', 'µs a watched request'], functionRows(profile))}`)
  say('')
  for (const [goal, what, value, wanted, verdict] of goalsOf(found))
    say(`${goal.padEnd(5)}${what}: ${value}  ${wanted}  ${verdict}`)
}
