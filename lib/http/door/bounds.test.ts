import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { beyondBounds, MOST } from './bounds'

function refused(url: string, rawHeaders: string[] = []) {
  const request = new IncomingMessage(new Socket())
  request.url = url
  request.rawHeaders.push('Host', 'localhost:3000', ...rawHeaders)
  return beyondBounds(request)?.code ?? null
}

const parameters = (count: number) => Array.from({ length: count }, (_, nth) => `a${nth}`).join('&')

test.each([
  ['a page', '/', null],
  ['a scenario with dials', '/ko/session?dial=jwt.grace:5&step=2&view=wire', null],
  ['as many parameters as there may be', `/?${parameters(MOST.parameters)}`, null],
  ['one more', `/?${parameters(MOST.parameters + 1)}`, 'address_too_long'],
  ['one name, again and again', `/?${'a&'.repeat(4000)}`, 'address_too_long'],
  ['nothing but separators', `/?${'&'.repeat(4000)}`, 'address_too_long'],
  ['a parameter as long as it may be', `/?b&${'a'.repeat(MOST.parameter)}`, null],
  ['longer', `/?${'a'.repeat(MOST.parameter + 1)}`, 'address_too_long'],
  ['longer, and not the last', `/?${'a'.repeat(MOST.parameter + 1)}&b`, 'address_too_long'],
  ['as many parts as there may be', '/a'.repeat(MOST.segments), null],
  ['one more', '/a'.repeat(MOST.segments + 1), 'address_too_long'],
  ['slashes', `/api/a${'/'.repeat(1500)}x/`, 'address_too_long'],
  ['slashes in the query', `/?${'/'.repeat(1500)}`, null],
  ['a long path', `/${'a'.repeat(MOST.path)}`, 'address_too_long'],
  ['a long address', `/?${`${'a'.repeat(2100)}&`.repeat(4)}`, 'address_too_long'],
])('%s: %.60s', (_, url, code) => expect(refused(url)).toBe(code))

test.each([
  ['a field as long as it may be', ['Accept', 'a'.repeat(MOST.field)], null],
  ['longer', ['Accept', 'a'.repeat(MOST.field + 1)], 'head_too_large'],
  ['a credential, which may fill the head', ['Cookie', 'a'.repeat(16_000)], null],
  ['likewise', ['authorization', 'a'.repeat(16_000)], null],
  ['as many fields as there may be', Array(2 * (MOST.fields - 1)).fill('a'), null],
  ['one more', Array(2 * MOST.fields).fill('a'), 'head_too_large'],
])('%s', (_, fields, code) => expect(refused('/', fields)).toBe(code))
