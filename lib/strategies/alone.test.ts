/** Each core can be taken home: the apps of e2e/bare are made of one alone, and differ in little else. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { partsOf } from '@/e2e/bare/make'
import { STRATEGIES } from './strategy'

describe('the core of a lane', () => {
  it.each(STRATEGIES)('%s: is all of this project that its app needs', (lane) => {
    // Throws and says what is foreign, when there is some.
    const core = partsOf(lane).filter((file) => file.startsWith(`lib/strategies/${lane}/`))
    expect(core).toContain(`lib/strategies/${lane}/strategy.ts`)
  })

  it('is used in the same pages and actions, word for word', () => {
    const files = ['actions.ts', 'layout.tsx', 'page.tsx', 'sign-in/page.tsx']
    const of = (lane: string) => files.map((file) => readFileSync(`e2e/bare/${lane}/app/${file}`, 'utf8'))
    expect(of('session')).toEqual(of('cookie'))
    expect(of('jwt')).toEqual(of('cookie'))
  })
})
