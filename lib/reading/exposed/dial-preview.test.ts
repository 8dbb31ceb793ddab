import { expect, test } from 'vitest'
import { DEFAULT_DIALS, type Dials } from '@/lib/strategies/dials'
import type { StrategyName } from '@/lib/strategies/strategy'
import { aCookie } from '@/lib/testing/exchanges'
import type { Artifact } from '@/lib/trace/model/artifact'
import { comingChanges } from './dial-preview'

const cookie = aCookie({})
const refresh = aCookie({ attributes: { ...cookie.attributes!, sameSite: 'Strict' } })
const seal = aCookie({ name: '__Secure-visit', form: 'sealed' })
const token = aCookie({ id: 't', name: 'access token', place: 'memory', form: 'signed', attributes: null })
const row: Artifact = {
  ...aCookie({ id: 'r', side: 'server', place: 'row', name: 'Session', form: 'plain', value: null }),
  credential: false,
  attributes: null,
  contents: [{ name: 'idHash', value: 'x', form: 'hashed' }],
}

function changes(strategy: StrategyName, artifact: Artifact, turned: object) {
  const dials = { ...DEFAULT_DIALS, [strategy]: { ...DEFAULT_DIALS[strategy], ...turned } } as Dials
  return comingChanges([artifact], strategy, dials, { tls: true, at: '2026-11-23T04:00:00.000Z' }).map(
    ({ reader, from, to }) => `${reader}: ${from.join('+') || '-'} → ${to.join('+') || '-'}`,
  )
}

test.each<[StrategyName, Artifact]>([
  ['session', cookie],
  ['jwt', refresh],
  ['cookie', seal],
  ['jwt', token],
  ['session', row],
])('%s: with the defaults nothing will change', (strategy, artifact) => {
  expect(changes(strategy, artifact, {})).toEqual([])
})

test.each<[string, StrategyName, Artifact, object, string[]]>([
  ['HttpOnly off', 'session', cookie, { httpOnly: false }, ['page-script: blind → read+replay']],
  ['SameSite None', 'jwt', refresh, { sameSite: 'None' }, ['other-site: - → blind']],
  ['SameSite absent', 'jwt', refresh, { sameSite: 'absent' }, ['other-site: - → blind']],
  ['SameSite Strict', 'session', cookie, { sameSite: 'Strict' }, ['other-site: blind → -']],
  [
    'signed',
    'cookie',
    seal,
    { protection: 'signed' },
    ['device-holder: replay → read+replay', 'server-key: read+alter+replay → alter+replay'],
  ],
  ['token in a cookie', 'jwt', token, { carrier: 'cookie' }, ['page-script: read+replay → blind']],
  [
    'raw ids',
    'session',
    row,
    { storedId: 'raw' },
    ['database-copy: read → read+replay', 'next-person: - → replay'],
  ],
])('%s', (_, strategy, artifact, turned, expected) => {
  expect(changes(strategy, artifact, turned)).toEqual(expected)
})
