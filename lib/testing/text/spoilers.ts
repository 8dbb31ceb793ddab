/** Texts of a lesson that give away what is about to be predicted. */
import { choiceId, type Lesson, type PredictStep } from '@/lib/lessons/lesson'

interface Asked {
  lesson: Lesson
  step: PredictStep
  /** The right choice. */
  right: string
  /** Of the lesson, in one language. */
  words: ReadonlyMap<string, string>
  /** As the lab calls that outcome, in the same language; absent: it is no lab's. */
  outcome?: string
}

/** @returns keys of texts that stand above the prediction and say the right choice, or what it says of a lane */
export function spoilersOf({ lesson, step, right, words, outcome }: Asked): string[] {
  const label = words.get(`step.${step.id}.choice.${right}`) ?? ''
  const above = keysAbove(lesson, step, words)
  const told = above.filter((key) => saysWords(words.get(key)!, label))
  const own = above.filter((key) => isOfThis(key, lesson, step))
  const named = own.filter((key) =>
    'lane' in step.asks && step.asks.lane
      ? saysOfLane(words.get(key)!, step.asks.lane, [label, outcome ?? ''])
      : saysOutcome(words.get(key)!, step, right),
  )
  return [...new Set([...told, ...named])]
}

function keysAbove({ steps }: Lesson, step: PredictStep, words: Asked['words']): string[] {
  const at = steps.indexOf(step)
  const before = steps.slice(0, at).map(({ id }) => `step.${id}.`)
  // The choices of an earlier question are no statements.
  return [...words.keys()].filter(
    (key) =>
      ['title', 'lead', `step.${step.id}.title`, `step.${step.id}.text`].includes(key) ||
      (before.some((start) => key.startsWith(start)) && !key.includes('.choice.')),
  )
}

/** What stands above the first question, and with each its own text: no earlier step has shown it yet. */
const isOfThis = (key: string, { steps }: Lesson, step: PredictStep) =>
  key.startsWith(`step.${step.id}.`) || (steps.indexOf(step) === 0 && ['title', 'lead'].includes(key))

/** One word alone, "none", says nothing. */
function saysWords(text: string, label: string): boolean {
  const [wanted, said] = [plain(label), plain(text)]
  return wanted.trim().split(' ').length >= 2 && said.includes(wanted)
}

const plain = (text: string) =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

const LANES = ['cookie', 'session', 'jwt']

/** A sentence that names just the lanes of the right answer, and what becomes of them. */
function saysOutcome(text: string, { asks, between }: PredictStep, right: string): boolean {
  const choices = between.map(choiceId)
  const outcome = 'outcome' in asks ? asks.outcome : 'reading' in asks ? asks.reading : null
  if (outcome === null || !choices.some((choice) => choice.includes('+'))) return false
  const stems = STEMS.find(([of]) => outcome.includes(of))?.[1]
  const lanes = right === 'none' ? [] : right.split('+')
  return sentences(text).some((sentence) => {
    const named = LANES.filter((lane) =>
      new RegExp(`\\b${lane} (?:lane|레인)|\\b${lane} and\\b`).test(sentence),
    )
    return named.length > 0 && named.every((lane) => lanes.includes(lane)) && stems?.test(sentence) === true
  })
}

/** A sentence that names the lane and says the answer, be it one word; a question says nothing. */
const saysOfLane = (text: string, lane: string, answers: readonly string[]) =>
  sentences(text).some(
    (sentence) =>
      !sentence.endsWith('?') &&
      plain(sentence).includes(` ${lane} `) &&
      answers.some((answer) => answer !== '' && plain(sentence).includes(plain(answer))),
  )

const sentences = (text: string) => text.toLowerCase().split(/(?<=[.?!])\s+/)

const STEMS: readonly [string, RegExp][] = [
  ['refused', /refus|reject|거부/],
  ['gets-in', /gets? in|lets? in|접속/],
  ['still-in', /still in|stays? in|유지|로그인된/],
  ['setting-cookie', /sets? a? ?cookie|set-cookie/],
  ['sending-cookie', /sends? a? ?cookie|보냅|실립/],
  ['reading-store', /looks? up|reads? (?:a|the) row|조회|행을 읽/],
  ['readable', /readable|can be read|읽을 수|읽힙/],
  ['accepted', /accept|takes? it|받아들|허용/],
  ['known', /knows?|known|알아/],
  ['old', /still says|old|예전|이전/],
]
