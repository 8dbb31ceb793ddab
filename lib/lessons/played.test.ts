/** Every lesson is played by real requests, as a learner would, and as one who does everything else first. */
import { describe, expect, it } from 'vitest'
import { loadMessages } from '@/lib/i18n/messages'
import { LOCALES } from '@/lib/i18n/routing'
import { labServer } from '@/lib/testing/lab-server'
import { deadEndOf, mistakesIn } from '@/lib/testing/mistakes'
import { type Deed, Learner, type LearnerHabits, needsBrowser } from '@/lib/testing/perform'
import { freshSandbox } from '@/lib/testing/sandbox'
import { spoilersOf } from '@/lib/testing/text/spoilers'
import { wordsIn } from '@/lib/testing/text/words'
import { answer, read, skip } from './fold/answers'
import type { LessonFacts } from './fold/facts'
import { judge } from './fold/judge'
import { reduce } from './fold/reduce'
import { told } from './fold/told'
import { anew, stepOf } from './fold/under-way'
import { LESSONS } from './index'
import { keyOf } from './key'
import type { ActStep, Lesson, LessonStep } from './lesson'
import { parsed } from './progress/kept'
import { type LessonProgress, NOT_BEGUN, UNKNOWN } from './progress/progress'
import { sheetOf } from './sheet'

const api = labServer()

/** One who plays a lesson: what is done is taken in at once, and written down and read again each time. */
class Player {
  progress: LessonProgress = NOT_BEGUN
  /** Since the step came under way, as they came. */
  seen: LessonFacts[] = []

  private constructor(
    readonly lesson: Lesson,
    readonly learner: Learner,
  ) {}

  static async of(lesson: Lesson, habits: LearnerHabits): Promise<Player> {
    return new Player(lesson, new Learner(await freshSandbox(), api.origin, habits))
  }

  get step(): LessonStep | null {
    return stepOf(this.lesson, this.progress)
  }

  async takeIn(): Promise<LessonFacts> {
    const facts = await this.learner.facts()
    this.seen.push(facts)
    this.progress = reduce(this.lesson, rewritten(this.lesson, this.progress), facts)
    return facts
  }

  async doAll(deeds: readonly Deed[]): Promise<void> {
    await this.learner.doAll(deeds, async () => void (await this.takeIn()))
  }

  async setScene(): Promise<void> {
    await this.learner.setScene(this.lesson.scene)
    await this.takeIn()
    this.progress = anew(this.lesson, this.progress, await this.learner.facts())
  }

  /** Says what came, or that it is not known yet. */
  async say(step: LessonStep): Promise<void> {
    const { lesson, progress } = this
    const facts = await this.learner.facts()
    if (step.do === 'read') this.progress = read(lesson, progress, facts, step.id)
    if (!('between' in step)) return
    const sheet = sheetOf(lesson)
    const { right } = judge(lesson, sheet, progress, step)
    const choice = right ?? UNKNOWN
    const sure = step.do === 'predict' ? ({ sure: 'fairly' } as const) : {}
    this.progress = answer({ lesson, sheet }, progress, facts, { step: step.id, choice, ...sure })
  }

  async skip(step: LessonStep): Promise<void> {
    this.progress = skip(this.lesson, this.progress, await this.learner.facts(), step.id)
  }

  /** All that is left. @param act does an act step */
  async play(act: (step: ActStep) => Promise<void>): Promise<void> {
    for (const step of this.lesson.steps) {
      expect(this.step?.id).toBe(step.id)
      if (step.do === 'act') await act(step)
      else await this.say(step)
    }
  }

  async solve(step: ActStep): Promise<void> {
    if (needsBrowser(step)) return this.skip(step)
    const { lesson, progress } = this
    this.seen = []
    await this.doAll(step.solve)
    const how = (of: LessonProgress) => ({ step: step.id, how: of.steps[step.id]?.how })
    expect(how(this.progress)).toEqual({ step: step.id, how: 'done' })
    const last = this.seen.at(-1)!
    // In one piece, and with a server that was started anew in the middle.
    expect(reduce(lesson, progress, last).steps[step.id]).toEqual(this.progress.steps[step.id])
    const middle = this.seen[Math.floor((this.seen.length - 1) / 2)]!
    const half = rewritten(lesson, reduce(lesson, progress, middle))
    expect(how(reduce(lesson, half, restarted(middle, last)))).toEqual({ step: step.id, how: 'done' })
  }
}

const rewritten = ({ id }: Lesson, progress: LessonProgress): LessonProgress =>
  parsed(JSON.stringify({ [id]: progress }))[id]!

/** What was before is forgotten, and what came after is counted from 1. */
function restarted(before: LessonFacts, { exchanges, desk, acts, ...facts }: LessonFacts): LessonFacts {
  const last = before.exchanges.at(-1)?.seq ?? 0
  const renumbered = exchanges
    .filter(({ seq }) => seq > last)
    .map((one, i) => ({ ...one, seq: i + 1, id: `anew-${i + 1}` }))
  const known = (list: readonly { at: string }[], at: string) => list.some((one) => one.at === at)
  const later = acts.filter(({ at }) => !known(before.acts, at))
  return {
    ...facts,
    exchanges: renumbered,
    desk: desk.filter(({ at }) => !known(before.desk, at)),
    acts: later.map((one, i) => ({ ...one, id: `anew-act-${i + 1}` })),
  }
}

const actsOf = ({ steps }: Lesson) => steps.filter((step) => step.do === 'act')

describe.each(LESSONS)('$slug', (lesson) => {
  it('is done by doing what solves it, and each question on it has its answer among the choices', async () => {
    const player = await Player.of(lesson, {})
    await player.takeIn()
    await player.setScene()
    expect(player.progress.steps).toEqual({})
    await player.play(async (step) => {
      // What was there before does not count, whatever it was.
      await player.takeIn()
      expect(player.progress.steps[step.id]).toBeUndefined()
      await player.solve(step)
    })
    expect(player.progress).toMatchObject({ done: true, now: null })
    expect(offKey(lesson, player.progress)).toEqual([])
    for (const locale of LOCALES) expect(await toldBefore(lesson, player.progress, locale)).toEqual([])
  })

  it('goes on from its scene at each act, which alone is not the act; mistakes are told', async () => {
    const player = await Player.of(lesson, { skims: true })
    await player.setScene()
    await player.play(async (step) => {
      for (const [say, deeds] of mistakesIn(lesson, step)) {
        await player.setScene()
        await player.doAll(deeds)
        const { wrong } = told(lesson, player.progress, await player.learner.facts())
        expect({ step: step.id, say, told: wrong?.say }).toEqual({ step: step.id, say, told: say })
        expect(player.step?.id).toBe(step.id)
      }
      await player.setScene()
      await player.doAll(deadEndOf(step))
      const isDead = async () => told(lesson, player.progress, await player.learner.facts()).dead
      expect(await isDead()).toBe(step.dead !== undefined)
      await player.setScene()
      expect(await isDead()).toBe(false)
      // Once more, before the horizon is moved: the scene completes nothing.
      await player.learner.setScene(lesson.scene)
      await player.takeIn()
      expect({ under: step.id, is: player.step?.id }).toEqual({ under: step.id, is: step.id })
      await player.setScene()
      await player.solve(step)
    })
    expect(player.progress.done).toBe(true)
  })

  it('is not broken by who does its last acts first, and looks at the cart all the time', async () => {
    const player = await Player.of(lesson, { skims: true, looks: true })
    await player.takeIn()
    for (const step of actsOf(lesson).toReversed()) if (!needsBrowser(step)) await player.doAll(step.solve)
    expect(player.progress.steps).toEqual({})
    await player.setScene()
    await player.play((step) => player.solve(step))
    expect(player.progress.done).toBe(true)
  })
})

/** Texts that say what is about to be predicted of an own act, now that it is known. */
async function toldBefore(lesson: Lesson, progress: LessonProgress, locale: (typeof LOCALES)[number]) {
  const namespace = `lesson-${lesson.slug}` as const
  const words = wordsIn((await loadMessages(locale, [namespace]))[namespace]!)
  return lesson.steps.flatMap((step) => {
    if (step.do !== 'predict' || !('reading' in step.asks)) return []
    const { right } = judge(lesson, sheetOf(lesson), progress, step)
    return right === null ? [] : spoilersOf({ lesson, step, right, words })
  })
}

/** Questions on what was done here to which the answer of the teacher's key is not what came. */
function offKey(lesson: Lesson, progress: LessonProgress): string[] {
  const skipped = new Set(lesson.steps.filter(needsBrowser).map(({ id }) => id))
  return lesson.steps.flatMap((step) => {
    if (!('between' in step)) return []
    if ('ownRun' in step.asks && skipped.size > 0) return []
    const { right, value } = judge(lesson, sheetOf(lesson), progress, step)
    return right !== null && right === keyOf(lesson)[step.id]?.choice ? [] : [`${step.id}: ${value}`]
  })
}
