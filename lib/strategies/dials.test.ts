/** The dials of this site and the cores of the lanes begin at the same place. */
import { expect, it } from 'vitest'
import { STRONG as COOKIE } from './cookie/strong'
import { DEFAULT_DIALS, DIALS, type Dial } from './dials'
import { STRONG as JWT } from './jwt/strong'
import { STRONG as SESSION } from './session/strong'
import { STRATEGIES } from './strategy'

const STRONG = { cookie: COOKIE, session: SESSION, jwt: JWT }

it.each(STRATEGIES)('%s: what a core begins with is the default of the dial', (lane) => {
  expect(DEFAULT_DIALS[lane]).toMatchObject(STRONG[lane])
})

it.each(STRATEGIES)('%s: every dial begins at a position that it has, and at none that is weak', (lane) => {
  for (const [name, dial] of Object.entries<Dial>(DIALS[lane])) {
    expect([name, dial.values]).toEqual([name, expect.arrayContaining([dial.default, ...dial.weak])])
    expect([name, dial.weak.includes(dial.default)]).toEqual([name, false])
  }
})
