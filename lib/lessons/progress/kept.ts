/** Progress as a browser keeps it: one JSON text. A lesson in it that nobody can have written is left out, the others stay. */
import { STRATEGIES } from '@/lib/strategies/strategy'
import { HOW, type LessonProgress, type Progress, SURENESS } from './progress'

export function parsed(text: string | null): Progress {
  const lessons = recordIn(text)
  return Object.fromEntries(
    Object.entries(lessons).filter(
      (entry): entry is [string, LessonProgress] => /^L\d{2}$/.test(entry[0]) && isLesson(entry[1]),
    ),
  )
}

function recordIn(text: string | null): Record<string, unknown> {
  try {
    const found: unknown = JSON.parse(text ?? '{}')
    return isRecord(found) ? found : {}
  } catch {
    return {}
  }
}

type Check = (value: unknown) => boolean

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText: Check = (value) => typeof value === 'string' && value.length <= 200
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value)
const isOneOf =
  (values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value)
const isList =
  (of: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length <= 1000 && value.every(of)
const orNothing =
  (of: Check): Check =>
  (value) =>
    value === null || of(value)
const maybe =
  (of: Check): Check =>
  (value) =>
    value === undefined || of(value)
const isMap =
  (of: Check): Check =>
  (value) =>
    isRecord(value) && Object.values(value).every(of)
/** These fields and no other. */
const isShape =
  (fields: Record<string, Check>): Check =>
  (value) =>
    isRecord(value) &&
    Object.keys(value).every((name) => Object.hasOwn(fields, name)) &&
    Object.entries(fields).every(([name, check]) => check(value[name]))

const isPin = isShape({
  sandbox: isText,
  exchanges: isShape(Object.fromEntries(STRATEGIES.map((lane) => [lane, maybe(isText)]))),
  at: (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
  said: isMap(isText),
})

const isStepRecord = isShape({
  how: isOneOf(HOW),
  choice: maybe(isText),
  sure: maybe(isOneOf(SURENESS)),
  pin: maybe(isPin),
})

const isHorizon = isShape({
  sandbox: isText,
  epoch: isText,
  seq: isNumber,
  actEpoch: isText,
  act: isNumber,
  at: isText,
  desk: isText,
  here: isText,
})

const isMark = isShape({
  id: isText,
  lane: orNothing(isOneOf(STRATEGIES)),
  at: (value) => isList(isNumber)(value) && (value as unknown[]).length === 2,
})

const isLesson = isShape({
  steps: isMap(isStepRecord),
  now: orNothing(
    isShape({
      step: isText,
      from: orNothing(isHorizon),
      marks: isMap(isList(isMark)),
      tried: isList(isText),
      shown: maybe(isOneOf([true])),
    }),
  ),
  done: isOneOf([true, false]),
  again: maybe((value) => Number.isSafeInteger(value) && (value as number) > 0),
})
