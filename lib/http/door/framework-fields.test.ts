import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state'
import { describe, expect, test } from 'vitest'
import { dropInternalFields, FORMS, isTree, malformedField } from './framework-fields'

const nested = (depth: number) => `${'["",{"children":'.repeat(depth)}["",{}]${'}]'.repeat(depth)}`

describe('the state of the router', () => {
  const theirs = (value: string) => {
    try {
      parseAndValidateFlightRouterState(value)
      return true
    } catch {
      return false
    }
  }

  test.each([
    '["",{}]',
    '["",{"children":["ko",{}]}]',
    '[["locale","en","d",null],{"children":["about",{"children":["__PAGE__",{}]}]},null,"refetch"]',
    '[["rest","a/b","c",["x"]],{},["/a","/a"],"metadata-only",16]',
    '["",{},null,null,1,"x"]',
    encodeURIComponent('["",{"children":["한국",{}]}]'),
    'x',
    '%zz',
    '{}',
    '[1,{}]',
    '["",{},null,"zz"]',
    '["",{},null,null,1,2]',
    '["",{},null,null,1,"x",3]',
    '["",{"children":["x"]}]',
    '[["locale","en","q",null],{}]',
    '["",{}]["",{}]',
    nested(10),
  ])('%s: as the framework has it', (value) => expect(isTree(value)).toBe(theirs(value)))

  test('goes no deeper than a page does, many times over', () => {
    expect(isTree(nested(12))).toBe(true)
    expect(isTree(nested(20))).toBe(false)
    expect(isTree(`["${'a'.repeat(5000)}",{}]`)).toBe(false)
  })
})

test.each([
  ['rsc', '1', true],
  ['rsc', 'x', false],
  ['rsc', '1, 1', false],
  ['next-router-prefetch', '2', true],
  ['next-router-prefetch', '4', false],
  ['next-router-segment-prefetch', '/_tree', true],
  ['next-router-segment-prefetch', '_tree', false],
  ['next-router-segment-prefetch', `/${'a'.repeat(1024)}`, false],
  ['next-url', '/ko/labs', true],
  ['next-url', 'http://evil.example/', false],
  ['next-url', `/${'a'.repeat(2048)}`, false],
])('%s: %.40s, %s', (name, value, can) => {
  expect(FORMS[name]!(value)).toBe(can)
  expect(malformedField({ [name]: value, accept: '*/*' })).toBe(can ? null : name)
})

test('what the framework says to itself is not passed on from a client', () => {
  const headers = {
    accept: '*/*',
    rsc: '1',
    'next-action': 'x',
    'content-security-policy': "script-src 'nonce-x'",
    'x-middleware-subrequest': 'proxy',
    'x-nextjs-data': '1',
    'x-forwarded-host': 'evil.example',
    'x-invoke-status': '500',
    'next-hmr-refresh': '1',
  }
  dropInternalFields(headers)
  expect(headers).toEqual({ accept: '*/*', rsc: '1' })
})

test('a Server Action is called by a lab, and with nothing else of the framework’s', () => {
  const headers = { 'next-action': 'x', 'next-resume': '1', 'x-action-forwarded': '1' }
  dropInternalFields(headers, { action: true })
  expect(headers).toEqual({ 'next-action': 'x' })
})
