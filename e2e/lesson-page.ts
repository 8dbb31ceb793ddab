/** A lesson's page as the browser tests use it: questions and buttons by their words. */
import { expect, type Page } from '@playwright/test'
import { positionOf } from '@/lib/labs/lab'
import { answerTo, choiceFor } from '@/lib/lessons/asked'
import type { ActStep, Lesson, LessonStep } from '@/lib/lessons/lesson'
import { choiceId } from '@/lib/lessons/lesson'
import type { LessonProgress } from '@/lib/lessons/progress/progress'
import { LABS } from './all-labs'
import { SLOW } from './lab-page'
import { WordedPage } from './worded-page'

export type Question = Extract<LessonStep, { between: unknown }>

export class LessonPage extends WordedPage {
  constructor(
    page: Page,
    readonly lesson: Lesson,
    locale: 'en' | 'ko' = 'en',
  ) {
    super(page, locale, { own: `lesson-${lesson.slug}`, kind: 'learn' })
  }

  async open(query = '') {
    await this.goto(`/learn/${this.lesson.slug}${query}`)
    await expect(this.page.getByRole('button', { name: /Apple|사과/ }).first()).toBeEnabled()
  }

  heading({ id }: LessonStep) {
    return this.page.getByRole('heading', { name: this.word(`step.${id}.title`), exact: true })
  }

  /** A label lies over the radio button. */
  choice({ id }: Question, choice: string) {
    const label = choice === 'unknown' ? this.ui('cannot-tell') : this.word(`step.${id}.choice.${choice}`)
    return this.page
      .getByRole('radiogroup', { name: this.word(`step.${id}.title`), exact: true })
      .getByRole('radio', { name: label, exact: true })
  }

  async say(step: Question, choice: string) {
    await this.choice(step, choice).check()
    await this.button(`answer.${step.do}`).click()
  }

  /** Puts the sandbox where the lesson begins; what is asked first is agreed to. */
  async setScene() {
    const { acts, dials } = this.lesson.scene
    if (acts.length === 0 && Object.keys(dials).length === 0) return
    await this.button('scene.set').first().click()
    const yes = this.button('scene.yes')
    const isSet = this.page.getByText(this.ui('scene.set-already'))
    await expect(yes.or(this.page.getByText(/^(Act \d|동작 \d)/)).or(isSet)).toBeVisible()
    if (await yes.isVisible()) await yes.click()
    await expect(isSet).toBeVisible(SLOW)
  }

  async progress(): Promise<LessonProgress> {
    const text = await this.page.evaluate(() => localStorage.getItem('remember-me:lessons'))
    return JSON.parse(text ?? '{}')[this.lesson.id]
  }

  /** Done, whoever did it. */
  async isDone({ id }: LessonStep) {
    await expect.poll(async () => (await this.progress())?.steps[id]?.how, SLOW).toBeTruthy()
  }

  async show(step: ActStep) {
    await expect(this.heading(step)).toBeVisible()
    await this.button('act.show').click()
    // Where it cannot be reached from here the scene comes first, and that is asked when it turns a dial back.
    const yes = this.button('scene.yes')
    const done = async () => {
      if (await yes.isVisible()) await yes.click()
      return (await this.progress())?.steps[step.id]?.how
    }
    await expect.poll(done, SLOW).toBeTruthy()
  }

  /** By the lab, or by what this visitor's own acts have shown. */
  async rightOf(step: Question): Promise<string> {
    const { asks, between } = step
    const said = Object.values((await this.progress()).steps).flatMap(({ pin }) => pin?.said[step.id] ?? [])
    const value = 'reading' in asks || 'ownRun' in asks ? said.at(-1) : expectedOf(asks)
    return (value && choiceFor(between, value)) || choiceId(between[0])
  }

  /** Any step, as somebody who gets it right. */
  async pass(step: LessonStep) {
    if (step.do === 'act') return this.show(step)
    await expect(this.heading(step)).toBeVisible()
    if (step.do === 'read') await this.button('answer.read').click()
    else await this.say(step, await this.rightOf(step))
    await this.isDone(step)
  }
}

function expectedOf(asks: Extract<Question['asks'], { lab: string }>): string | null {
  const lab = LABS.find(({ slug }) => slug === asks.lab)!
  const position = positionOf(lab, asks.position ?? 'default')!
  return answerTo(asks, (lane) => position.expected[lane]?.[asks.moment])
}
