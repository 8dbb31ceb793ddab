import { describe, expect, test } from 'vitest'
import { exchange } from '@/lib/reading/testing'
import type { StrategyName } from '@/lib/strategies/strategy'
import type { Exchange, HeaderLine } from '@/lib/trace/model/exchange'
import { type HeadRow, headRows, type ShownExchanges } from './heads'

const of = (lane: StrategyName, request: HeaderLine[], response: HeaderLine[] = []): Exchange => {
  const plain = exchange(1, { lane })
  return {
    ...plain,
    request: { ...plain.request, headers: request },
    response: { ...plain.response!, headers: response },
  }
}

const HOST: HeaderLine = ['Host', 'localhost:3000']
const SHOWN: ShownExchanges = {
  cookie: of('cookie', [HOST, ['Cookie', '__Secure-visit=Fe26.2…[400]']], [['content-length', '20']]),
  session: of(
    'session',
    [HOST, ['Cookie', '__Secure-session=NuuI6C…[43]']],
    [
      ['content-length', '90'],
      ['www-authenticate', 'Cookie realm="shop"'],
    ],
  ),
  jwt: of('jwt', [HOST, ['Authorization', 'Bearer eyJhbG…[310]']], [['Content-Length', '20']]),
}

const written = ({ key, cells }: HeadRow) => [
  key,
  Object.fromEntries(Object.entries(cells).map(([lane, { line }]) => [lane, line[1]])),
]

describe('what differs between the lanes', () => {
  test('credentials share a row, whichever field carries them', () => {
    const { rows, alike } = headRows(SHOWN, 'request')
    expect(rows.map(written)).toEqual([
      [
        'credential',
        {
          cookie: '__Secure-visit=Fe26.2…[400]',
          session: '__Secure-session=NuuI6C…[43]',
          jwt: 'Bearer eyJhbG…[310]',
        },
      ],
    ])
    expect(alike.map(({ line }) => line)).toEqual([HOST])
  })

  test('a field has a row, however its name is written; who does not have it has no cell', () => {
    expect(headRows(SHOWN, 'response').rows.map(written)).toEqual([
      ['content-length', { cookie: '20', session: '90', jwt: '20' }],
      ['www-authenticate', { session: 'Cookie realm="shop"' }],
    ])
  })

  test('a line that comes again has a row of its own', () => {
    const cookie = of(
      'cookie',
      [],
      [
        ['set-cookie', 'a=1'],
        ['set-cookie', '__Secure-visit=Fe26.2…[400]'],
      ],
    )
    const { rows } = headRows({ ...SHOWN, cookie }, 'response')
    expect(rows.map(({ key }) => key)).toEqual([
      'credential',
      'credential 2',
      'content-length',
      'www-authenticate',
    ])
  })

  test('of one lane alone, what the browser adds by itself is folded', () => {
    const { rows, alike } = headRows({ cookie: SHOWN.cookie }, 'request')
    expect(rows.map(({ key }) => key)).toEqual(['credential'])
    expect(alike.map(({ line }) => line)).toEqual([HOST])
  })

  test('a lane that was not asked yet is none to compare with', () => {
    const { rows, alike } = headRows({ ...SHOWN, session: undefined }, 'request')
    expect(rows.map(({ key, cells }) => [key, Object.keys(cells)])).toEqual([
      ['credential', ['cookie', 'jwt']],
    ])
    expect(alike.map(({ line }) => line)).toEqual([HOST])
  })

  test('the cookie of another program is no credential of the lane', () => {
    const cookie = of('cookie', [['Cookie', 'other=…[3]']])
    expect(headRows({ cookie, jwt: of('jwt', []) }, 'request').rows.map(({ key }) => key)).toEqual(['cookie'])
  })

  test('a lane that shows nothing takes no part', () => {
    for (const missing of [{ session: undefined }, { session: undefined, jwt: undefined }])
      expect(headRows({ ...SHOWN, ...missing }, 'request').rows.length).toBeGreaterThan(0)
  })

  test('an answer that never came has no rows', () => {
    expect(headRows({ cookie: { ...SHOWN.cookie!, response: null } }, 'response')).toEqual({
      rows: [],
      alike: [],
    })
  })
})
