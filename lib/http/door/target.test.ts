import { describe, expect, test } from 'vitest'
import { canBeDecoded, pathOf, queryOf, targetOf } from './target'

describe('the forms of a target', () => {
  test.each([
    ['/', { form: 'path', url: '/', authority: null }],
    ['/a?b', { form: 'path', url: '/a?b', authority: null }],
    ['//evil.example/x', { form: 'path', url: '//evil.example/x', authority: null }],
    ['*', { form: 'asterisk' }],
    ['http://a.example/b?c', { form: 'path', url: '/b?c', authority: 'a.example' }],
    ['HTTPS://a.example:3000', { form: 'path', url: '/', authority: 'a.example:3000' }],
    ['http://a.example?c', { form: 'path', url: '/?c', authority: 'a.example' }],
    ['http:///b', { form: 'path', url: '/b', authority: '' }],
    ['http://a@b.example/', { form: 'path', url: '/', authority: 'a@b.example' }],
    ['ftp://a.example/', null],
    ['a', null],
    ['', null],
    ['/a#b', null],
    ['/a\\b', null],
    ['/a?b\\c', { form: 'path', url: '/a?b\\c', authority: null }],
  ])('%s', (sent, target) => expect(targetOf(sent)).toEqual(target))
})

/** What the framework makes of it is what counts: it asks the same parser. */
test.each([
  ['/', '/'],
  ['/?a', '/'],
  ['/api/session/A-_9/laptop/cart?a=b', '/api/session/A-_9/laptop/cart'],
  ['/./api/sandbox', '/api/sandbox'],
  ['/x/%2e%2e/api/sandbox', '/api/sandbox'],
  ['//evil.example/x', '//evil.example/x'],
  ['/a//b', '/a//b'],
  ['/_next/static/a.b.js', '/_next/static/a.b.js'],
  ['/%zz', '/%zz'],
])('%s is the path %s', (url, path) => expect(pathOf(url)).toBe(path))

test('the query stays as it was sent', () => {
  expect(queryOf('/a?b=%zz/?c')).toBe('?b=%zz/?c')
  expect(queryOf('/a')).toBe('')
})

test.each([
  ['/a%20b', true],
  ['/%zz', false],
  ['/api/jwt/%E0%A4/laptop/me', false],
  ['/a%', false],
  ['/plain', true],
])('%s can be decoded: %s', (path, can) => expect(canBeDecoded(path)).toBe(can))
