import type { ActStep, LessonStep } from '@/lib/lessons/lesson'
import { accessibilityFaults } from './accessible'
import { LESSONS } from './all-lessons'
import { anotherVisitor, expect, test } from './fixtures'
import { SLOW } from './lab-page'
import { LessonPage, type Question } from './lesson-page'

test.describe.configure({ timeout: 240_000 })

const l08 = LESSONS.find(({ id }) => id === 'L08')!
const [predict, force, see] = l08.steps as [Question, ActStep, Question]
const rest = l08.steps.slice(3)

for (const lesson of LESSONS)
  test(`${lesson.id} is played to its end`, async ({ page }) => {
    const here = new LessonPage(page, lesson)
    await here.open()
    await here.setScene()
    for (const step of lesson.steps) await here.pass(step)
    await expect(page.getByText(here.word('learned'), { exact: true })).toBeVisible()
    expect((await here.progress()).done).toBe(true)
  })

test.describe('forced sign-out, step by step', () => {
  test('by mouse: what was seen wrong is looked at again, and a reload keeps all', async ({ page }) => {
    const here = new LessonPage(page, l08)
    await here.open()
    await here.setScene()
    await here.choice(predict, 'session').check()
    await page.getByRole('radio', { name: here.ui('sure.fairly'), exact: true }).press('Space')
    await here.button('answer.predict').click()
    const said = page.getByText('You said: session only, fairly sure.')
    await expect(said).toBeVisible()
    await expect(here.heading(force)).toBeFocused()

    await page.getByRole('button', { name: 'Force sign-out everywhere' }).click()
    await expect(here.heading(see)).toBeVisible()
    // Whoever acts in the sandbox stays there, and hears of it.
    await expect(here.heading(see)).not.toBeFocused()
    await expect(page.getByRole('status').filter({ hasText: 'Step done. Next:' })).toBeAttached()
    await expect(page.getByText('The question is about this:')).toHaveCount(3)

    await here.say(see, 'cookie')
    await expect(page.getByText(here.ui('wrong.see'))).toBeVisible()
    await expect(page.getByRole('radio', { name: 'cookie only not so' })).toBeVisible()
    await page.reload()
    await expect(said).toBeVisible()
    await expect(page.getByText(here.ui('wrong.see'))).toBeVisible()
    await here.say(see, 'session')
    await expect(page.getByText('You saw: session only. Your exchanges say so too.')).toBeVisible()
    await expect(said.locator('xpath=..').getByRole('link', { name: 'It came so.' })).toHaveAttribute(
      'href',
      '/labs/x13-forced-sign-out#session.next-request',
    )
    for (const step of rest) await here.pass(step)
    await expect(page.getByText(here.word('learned'), { exact: true })).toBeVisible()
  })

  test('by keyboard, in Korean', async ({ page }) => {
    const here = new LessonPage(page, l08, 'ko')
    await here.open()
    await here.setScene()
    await here.choice(predict, 'session').press('Space')
    await page.keyboard.press('Enter')
    await expect(here.heading(force)).toBeFocused()
    await page.getByRole('button', { name: '전체 강제 로그아웃' }).press('Enter')
    await expect(here.heading(see)).toBeVisible()
    await here.choice(see, 'session').press('Space')
    await page.keyboard.press('Enter')
    await expect(page.getByText(here.ui('you.your-exchange')).first()).toBeVisible()
    await expect(page.locator(':focus')).toHaveText(here.word(`step.${rest[0]!.id}.title`))
  })

  test('skipped and shown are no more than that', async ({ page }) => {
    const here = new LessonPage(page, l08)
    await here.open()
    await here.button('act.skip').click()
    await here.button('act.hint').click()
    await expect(page.getByText(here.word(`step.${force.id}.hint.1`))).toBeVisible()
    await here.show(force)
    const { steps } = await here.progress()
    expect([steps[predict.id]?.how, steps[force.id]?.how]).toEqual(['skipped', 'shown'])
    for (const step of [see, ...rest]) {
      await expect(here.heading(step)).toBeVisible()
      await here.button(step.do === 'read' ? 'answer.read' : 'act.skip').click()
      await here.isDone(step)
    }
    await page.goto('/learn')
    const row = page.getByRole('listitem').filter({ hasText: here.word('title') })
    await expect(row).toContainText('done')
    await expect(row).toContainText('1 act shown')
    await expect(row).toContainText('steps skipped')
  })

  test("a teacher's link opens at its step, with the scene first", async ({ page }) => {
    const here = new LessonPage(page, l08)
    await here.open(`?step=${force.id}&scene`)
    await expect(here.heading(force)).toBeVisible()
    await expect(page.getByRole('dialog', { name: here.ui('scene.title') })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    expect((await here.progress()).steps[predict.id]?.how).toBe('skipped')
  })

  test("a teacher's link to a question plays what it is about; once more begins anew", async ({ page }) => {
    const here = new LessonPage(page, l08)
    await here.open(`?step=${see.id}&scene`)
    await expect(page.getByRole('dialog', { name: here.ui('scene.title') })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(here.heading(see)).toBeVisible()
    // Nothing was recorded: the act is offered here too.
    await expect(here.button('act.play')).toBeEnabled()
    await page.reload()
    await here.button('scene.yes').click()
    await here.isDone(force)
    await expect.poll(async () => (await here.progress()).steps[force.id]?.how, SLOW).toBe('shown')
    await expect(here.heading(see)).toBeVisible()
    await expect(page.getByText('The question is about this:')).toHaveCount(3)
    const { steps } = await here.progress()
    expect(steps[predict.id]?.how).toBe('skipped')
    const phones = Object.values(steps[force.id]!.pin!.exchanges)
    expect(phones).toHaveLength(3)
    await expect(page.getByRole('radio', { name: 'phone' })).toBeChecked()
    await here.say(see, 'session')
    await expect(page.getByText('You saw: session only. Your exchanges say so too.')).toBeVisible()

    for (const step of rest) {
      await expect(here.heading(step)).toBeVisible()
      await here.button(step.do === 'read' ? 'answer.read' : 'act.skip').click()
      await here.isDone(step)
    }
    await here.button('once-more.open').click()
    await here.button('once-more.yes').click()
    await expect(here.heading(predict)).toBeFocused()
    expect(await here.progress()).toMatchObject({ steps: {}, done: true, now: { step: predict.id } })
    await here.say(predict, 'session')
    await expect(here.heading(force)).toBeFocused()
  })

  test('on a phone the sandbox stands behind the act, one lane at a time', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    const here = new LessonPage(page, l08)
    await here.open()
    await here.setScene()
    await here.say(predict, 'session')
    await expect(here.heading(force)).toBeVisible()
    const tabs = page.getByRole('tablist', { name: 'Lane' })
    await page.getByRole('tab', { name: /^session/ }).click()
    await expect(page.getByRole('tabpanel', { name: /^session/ })).toBeVisible()
    await expect(page.getByRole('tabpanel', { name: /^cookie/ })).toHaveCount(0)
    await page.getByRole('button', { name: 'Force sign-out everywhere' }).click()
    await expect(here.heading(see)).toBeVisible()
    const [act, beside, question] = await Promise.all(
      [page.getByText(here.ui('you.counted')), tabs, here.heading(see)].map(
        async (one) => (await one.boundingBox())!.y,
      ),
    )
    expect([act! < beside!, beside! < question!]).toEqual([true, true])
  })
})

test('acts from another tab count', async ({ page, context }) => {
  const l02 = LESSONS.find(({ id }) => id === 'L02')!
  const [expected, add] = l02.steps as [Question, LessonStep]
  const here = new LessonPage(page, l02)
  await here.open()
  await here.say(expected, await here.rightOf(expected))
  const other = await anotherVisitor(context)
  await other.act('Add Apple', 'cart.add')
  await here.isDone(add)
  await expect(here.heading(l02.steps[2]!)).toBeVisible()
})

test('nothing that a machine can find stands in the way, in each state', async ({ page }) => {
  const here = new LessonPage(page, l08)
  await page.goto('/learn')
  expect(await accessibilityFaults(page)).toEqual([])
  await here.open()
  expect(await accessibilityFaults(page)).toEqual([])
  await here.setScene()
  await here.say(predict, 'session')
  await expect(here.heading(force)).toBeVisible()
  expect(await accessibilityFaults(page)).toEqual([])
  await here.show(force)
  await here.say(see, 'cookie')
  await expect(page.getByText(here.ui('wrong.see'))).toBeVisible()
  expect(await accessibilityFaults(page)).toEqual([])
})
