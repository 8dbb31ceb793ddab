import { describe, expect, test } from 'vitest'
import { format, lookUp, type Messages } from '../../lib/i18n/format'
import en from '../../lib/i18n/messages/en/timeline.json'
import ko from '../../lib/i18n/messages/ko/timeline.json'
import { ACTIONS } from '../../lib/trace/exchange'
import { exchange } from '../_inspector/testing'
import { newsOf } from './news'

const text = (messages: Messages, locale: string) =>
  Object.assign(
    (key: string, values?: Record<string, string | number>) =>
      format(lookUp(messages, key) ?? key, values, locale),
    { has: (key: string) => lookUp(messages, key) !== undefined },
  )
const say = (...all: Parameters<typeof newsOf>[1]) => newsOf(text(en, 'en'), all, 'laptop')

describe('what a screen reader is told', () => {
  test('names lane, result and act', () => {
    expect(say(exchange(1, { lane: 'jwt', action: 'cart.add' }))).toBe('jwt: let in, 200, add to the cart')
    expect(say(exchange(1, { lane: 'session', status: 401 }))).toBe('session: refused, 401, read the cart')
  })

  test('names the device where it is another', () => {
    expect(say(exchange(1, { lane: 'cookie', device: 'attacker', action: 'me' }))).toBe(
      'cookie on the attacker’s device: let in, 200, ask who is signed in',
    )
  })

  test('of many tells only how they ended', () => {
    const many = [200, 200, 401, 409, 500].map((status, i) => exchange(i, { status }))
    expect(say(...many)).toBe('5 requests: 2 let in, 2 refused, 1 without an answer of the shop')
  })

  test.each(['en', 'ko'])('has a word for every act, %s', (locale) => {
    const words = (locale === 'en' ? en : ko).news.act as Record<string, string>
    expect(Object.keys(words).sort()).toEqual(ACTIONS.map((one) => one.replace('.', '-')).sort())
  })
})
