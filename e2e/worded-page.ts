/** A page of the site as the browser tests use it: its parts by their words. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { nameOf } from '@/lib/browsers/browser'
import measured from '@/lib/browsers/measured.json' with { type: 'json' }
import { catalogueFile } from '@/lib/testing/text/catalogue-file'

type Words = { [key: string]: string | Words }

export function catalogue(locale: 'en' | 'ko', namespace: string): (key: string) => string {
  const file = join(import.meta.dirname, '..', catalogueFile(locale, namespace))
  const words: Words = JSON.parse(readFileSync(file, 'utf8').replaceAll('{chromium}', nameOf(measured)))
  return (key) => key.split('.').reduce<Words | string>((at, name) => (at as Words)[name]!, words) as string
}

export class WordedPage {
  readonly word: (key: string) => string
  readonly ui: (key: string) => string

  /** @param own the catalogue of this one page; `kind`: of all pages of its kind */
  constructor(
    readonly page: Page,
    readonly locale: 'en' | 'ko',
    { own, kind }: { own: string; kind: string },
  ) {
    this.word = catalogue(locale, own)
    this.ui = catalogue(locale, kind)
  }

  async goto(path: string) {
    await this.page.goto(`${this.locale === 'ko' ? '/ko' : ''}${path}`)
  }

  button(key: string) {
    return this.page.getByRole('button', { name: this.ui(key), exact: true })
  }
}
