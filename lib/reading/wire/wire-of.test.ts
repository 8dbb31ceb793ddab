import { expect, test } from 'vitest'
import { anExchange } from '@/lib/testing/exchanges'
import type { Artifact } from '@/lib/trace/model/artifact'
import type { HeaderLine } from '@/lib/trace/model/exchange'
import { lineOfArtifact } from './wire-of'

const cookie = { side: 'browser', place: 'cookie', name: '__Secure-session' } as Artifact
const lineOf = (requestHeaders: HeaderLine[], responseHeaders: HeaderLine[] = []) =>
  lineOfArtifact(anExchange({ requestHeaders, responseHeaders }), cookie)?.id ?? null

test.each([
  ['__Secure-session=a', 'request.1'],
  ['theme=dark;__Secure-session=a', 'request.1'],
  ['theme=dark; \t__Secure-session = a', 'request.1'],
  ['theme=__Secure-session=a', null],
  ['__Secure-sessions=a', null],
])('of %s the line that sent the cookie is %s', (field, line) => {
  expect(lineOf([['Cookie', field]])).toBe(line)
})

test('the line that set it counts before the one that sent it', () => {
  const sent: HeaderLine[] = [['Cookie', '__Secure-session=a']]
  expect(lineOf(sent, [['Set-Cookie', '__Secure-session=b; Path=/']])).toBe('response.1')
  expect(lineOf(sent, [['Set-Cookie', 'other=b; Path=/']])).toBe('request.1')
})
