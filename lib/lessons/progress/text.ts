/**
 * Progress as one short text, to take along to another browser: `rm1.`, what was done, its checksum. Of a step it holds how it was left and what
 * was said, in seven characters. What belongs to a sandbox stays behind.
 */
import { z } from 'zod'
import { encodeText, textIn } from '@/lib/codec/base64url-text'
import { choiceId, type Lesson } from '../lesson'
import type { Choice } from '../question'
import { HOW, type LessonProgress, type Progress, type StepRecord, SURENESS, UNKNOWN } from './progress'
import { CHOICE_LENGTH, checksumOf, STEP_LENGTH, shortOf } from './short'

/** What has to be known of a lesson to read it back. */
export type LessonNames = Pick<Lesson, 'id'> & {
  readonly steps: readonly { readonly id: string; readonly between?: readonly Choice[] }[]
}

export type TextProblem = 'not-ours' | 'newer' | 'damaged'
export type DecodedProgress = { ok: true; progress: Progress } | { ok: false; problem: TextProblem }

const PREFIX = 'rm1.'
/** Many times what all lessons need. */
const LONGEST = 20_000

export function encode(progress: Progress): string {
  const lessons = Object.entries(progress).map(([id, lesson]) => [id, written(lesson)])
  const text = encodeText(JSON.stringify(Object.fromEntries(lessons)))
  return `${PREFIX}${text}.${checksum(text)}`
}

const checksum = (text: string) => checksumOf(text).toString(36)

export function decode(text: string, lessons: readonly LessonNames[]): DecodedProgress {
  const trimmed = text.trim()
  const [, version, body, sum] =
    /^rm(\d{1,4})\.([\w-]+)\.([a-z0-9]{1,7})$/.exec(trimmed.slice(0, LONGEST)) ?? []
  if (version !== undefined && version !== '1') return { ok: false, problem: 'newer' }
  if (!trimmed.startsWith(PREFIX)) return { ok: false, problem: 'not-ours' }
  const found = body !== undefined && checksum(body) === sum ? Written.safeParse(jsonIn(body)) : null
  if (!found?.success) return { ok: false, problem: 'damaged' }
  const read = Object.entries(found.data).map(([id, records]) => [
    id,
    lessonIn(records, namesOf(id, lessons)),
  ])
  return { ok: true, progress: Object.fromEntries(read) }
}

function jsonIn(body: string): unknown {
  try {
    return JSON.parse(textIn(body) ?? '')
  } catch {
    return undefined
  }
}

/** Of a step: its name, how it was left, how sure it was, and the choice; `??` and `..` are no choices. */
const RECORDS = /^\+?(?:[\w-]{3}[dks][-gfs](?:\?\?|\.\.|[\w-]{2}))*$/
const LENGTH = STEP_LENGTH + 2 + CHOICE_LENGTH
const Written = z.record(z.string().regex(/^L\d{2}$/), z.string().regex(RECORDS))

const HOW_SIGN = { done: 'd', skipped: 'k', shown: 's' } as const satisfies Record<
  (typeof HOW)[number],
  string
>
const SURE_SIGN = { guess: 'g', fairly: 'f', sure: 's' } as const satisfies Record<
  (typeof SURENESS)[number],
  string
>
/** In the place of a choice: that it was UNKNOWN, and that there was none. */
const UNSURE = '?'.repeat(CHOICE_LENGTH)
const NONE = '.'.repeat(CHOICE_LENGTH)

/** A name that nobody knew when it was read back is written as it was. */
const FOREIGN = '~'
const short = (name: string, length: number) =>
  name.startsWith(FOREIGN) ? name.slice(FOREIGN.length) : shortOf(name, length)

function written({ steps, done }: LessonProgress): string {
  const records = Object.entries(steps).map(([id, { how, choice, sure }]) => {
    const said = choice === undefined ? NONE : choice === UNKNOWN ? UNSURE : short(choice, CHOICE_LENGTH)
    return short(id, STEP_LENGTH) + HOW_SIGN[how] + (sure ? SURE_SIGN[sure] : '-') + said
  })
  return (done ? '+' : '') + records.join('')
}

type Steps = LessonNames['steps']
const namesOf = (id: string, lessons: readonly LessonNames[]): Steps =>
  lessons.find((lesson) => lesson.id === id)?.steps ?? []

function lessonIn(text: string, names: Steps): LessonProgress {
  const all = text.replace('+', '')
  const steps = Array.from({ length: all.length / LENGTH }, (_, i) => {
    const record = all.slice(i * LENGTH, (i + 1) * LENGTH)
    const at = record.slice(0, STEP_LENGTH)
    const step = names.find(({ id }) => shortOf(id, STEP_LENGTH) === at)
    return [step?.id ?? FOREIGN + at, recordIn(record.slice(STEP_LENGTH), step?.between)] as const
  })
  return { steps: Object.fromEntries(steps), now: null, done: text.startsWith('+') }
}

function recordIn(text: string, between: readonly Choice[] = []): StepRecord {
  const [how, sure, ...said] = text
  const choice = choiceIn(said.join(''), between)
  const sureness = SURENESS.find((one) => SURE_SIGN[one] === sure)
  return {
    how: HOW.find((one) => HOW_SIGN[one] === how)!,
    ...(choice !== null && { choice }),
    ...(sureness && { sure: sureness }),
  }
}

function choiceIn(said: string, between: readonly Choice[]): string | null {
  if (said === NONE) return null
  if (said === UNSURE) return UNKNOWN
  const ids = between.map(choiceId)
  return ids.find((id) => shortOf(id, CHOICE_LENGTH) === said) ?? FOREIGN + said
}
