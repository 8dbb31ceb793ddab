/** A lab's page as the browser tests use it: buttons and cells by their words. */
import { expect, type Page } from '@playwright/test'
import acts from '@/lib/i18n/messages/en/acts.json' with { type: 'json' }
import { type Lab, type LabPosition, lanesOf } from '@/lib/labs/lab'
import { WordedPage } from './worded-page'

/** A run is some sixty requests, three lanes at once, and windows besides: a full machine takes its time. It ends by a fact, and not by this. */
export const SLOW = { timeout: 150_000 }

export class LabPage extends WordedPage {
  constructor(
    page: Page,
    readonly lab: Lab,
    locale: 'en' | 'ko' = 'en',
  ) {
    super(page, locale, { own: `lab-${lab.slug}`, kind: 'labs' })
  }

  async open(query = '') {
    await this.goto(`/labs/${this.lab.slug}${query}`)
    await expect(this.button('run.all').or(this.button('run.again'))).toBeEnabled()
  }

  /** A label lies over the radio button. */
  async guess(lane: string, outcome: string) {
    const radio = this.guessOf(lane, outcome)
    await radio.press('Space')
    await expect(radio).toBeChecked()
  }

  guessOf(lane: string, outcome: string) {
    return this.page
      .getByRole('radiogroup', { name: lane, exact: true })
      .getByRole('radio', { name: this.word(`outcome.${outcome}`), exact: true })
  }

  cell(lane: string, moment: string) {
    return this.page.locator(`[id="${lane}.${moment}"]`)
  }

  region(key: string) {
    return this.page.getByRole('region', { name: this.ui(key), exact: true })
  }

  /** The one sentence on how it stands. */
  told() {
    return this.region('verdict.title').getByRole('status')
  }

  outcomes() {
    return this.region('verdict.moments').locator('[data-tone]')
  }

  /** Buttons of the table that open an exchange. */
  proofs() {
    return this.page.getByRole('button', { name: new RegExp(`^${this.ui('verdict.open').split('{')[0]}`) })
  }

  async isDone() {
    await expect(this.told()).toContainText(this.ui('state.done'), SLOW)
    await this.eachIsShown()
  }

  /** Right after a run every cell opens an exchange or names what it was read from, in words. */
  private async eachIsShown() {
    const table = this.region('verdict.moments')
    const cells = table.locator('td:has([data-tone])')
    await expect(cells.first()).toBeVisible()
    const shown = this.page.locator('button, [data-read-from], [data-as-default]')
    await expect(cells.filter({ hasNot: shown })).toHaveCount(0)
    const codes = Object.keys(acts.forced).filter((code) => code.includes('_'))
    const text = await table.innerText()
    expect(codes.filter((code) => text.includes(code))).toEqual([])
    expect(text).not.toContain('labs.reading.')
  }

  async run() {
    await this.button('run.all').or(this.button('run.again')).click()
    await this.isDone()
  }

  async turnTo({ id }: LabPosition) {
    await this.page.getByRole('radio', { name: this.word(`position.${id}`), exact: true }).check()
    await this.button('dial.run').click()
    await this.isDone()
  }

  /** Every cell of the position has the word of the outcome that the definition expects. */
  async shows(position: LabPosition) {
    for (const lane of lanesOf(position))
      for (const moment of this.lab.moments) {
        const outcome = this.word(`outcome.${position.expected[lane]![moment]}`)
        await expect(this.cell(lane, moment).locator('[data-tone]')).toContainText(outcome)
      }
    const table = this.region('verdict.moments')
    await expect(table.getByRole('alert')).toHaveCount(0)
    // A fact that a text asks for was measured.
    expect(await table.innerText()).not.toMatch(/[{}]/)
  }
}
