import { describe, expect, test } from 'vitest'
import { format, lookUp, type Messages } from '@/lib/i18n/format'
import en from '@/lib/i18n/messages/en/shop.json'
import timeline from '@/lib/i18n/messages/en/timeline.json'
import ko from '@/lib/i18n/messages/ko/shop.json'
import { exchange } from '@/lib/reading/testing'
import { ACTIONS } from '@/lib/trace/model/lane-target'
import { newsOf } from './news'

const text = (messages: Messages, locale: string) =>
  Object.assign(
    (key: string, values?: Record<string, string | number>) =>
      format(lookUp(messages, key) ?? key, values, locale),
    { has: (key: string) => lookUp(messages, key) !== undefined },
  )
const say = (...all: Parameters<typeof newsOf>[1]) =>
  newsOf({ t: text(timeline, 'en'), shop: text(en, 'en') }, all, 'laptop')

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

  test('goes by lane, in the order of the page', () => {
    const lanes = (['jwt', 'session', 'cookie', 'jwt'] as const).map((lane, i) =>
      exchange(i, { lane, action: i === 3 ? 'refresh' : 'me', status: i === 3 ? 401 : 200 }),
    )
    expect(say(...lanes)).toBe(
      'cookie: let in, 200, ask who is signed in. session: let in, 200, ask who is signed in. ' +
        'jwt: let in, 200, ask who is signed in. jwt: refused, 401, renew the access token',
    )
  })

  test('the reads that go with an act are only counted', () => {
    const reads = [1, 2, 3, 4].map((seq) => exchange(seq, { lane: 'cookie' }))
    const add = exchange(5, { lane: 'cookie', action: 'cart.add' })
    expect(say(...reads, add)).toBe('cookie: let in, 200, add to the cart. and 4 reads let in')
    const refused = exchange(6, { lane: 'jwt', status: 401 })
    expect(say(...reads, refused)).toBe('jwt: refused, 401, read the cart. and 4 reads let in')
  })

  test('of many tells only how they ended, lane by lane', () => {
    const many = [200, 200, 401, 409, 500].map((status, i) => exchange(i, { status, action: 'cart.add' }))
    expect(say(...many, exchange(6, { lane: 'jwt', action: 'cart.add' }))).toBe(
      'session: 2 let in, 2 refused, 1 without an answer of the shop. jwt: 1 let in',
    )
    expect(say(...[1, 2, 3, 4, 5].map((seq) => exchange(seq)))).toBe('session: 5 let in')
  })

  test.each(['en', 'ko'])('has a word for every act, %s', (locale) => {
    const words = (locale === 'en' ? en : ko).news.act as Record<string, string>
    expect(Object.keys(words).sort()).toEqual(ACTIONS.map((one) => one.replace('.', '-')).sort())
  })
})
