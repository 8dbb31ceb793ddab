import { describe, expect, test } from 'vitest'
import en from '@/lib/i18n/messages/en/shop.json'
import ko from '@/lib/i18n/messages/ko/shop.json'
import { deskAct, exchange, ownerAct, type Said } from '@/lib/reading/testing'
import { columnsOf, stepsOf } from '@/lib/reading/timeline/steps-of'
import type { Exchange } from '@/lib/trace/model/exchange'
import { askedIn, FORMS, fragmentOf, type ScenarioAct } from './acts'
import { parseScenario } from './parse'
import { scenarioOf } from './scenario-of'

const ACTS: ScenarioAct[] = [
  { do: 'sign-in', user: 'mina' },
  { do: 'add', sku: 'apple', quantity: 2 },
  { do: 'device', device: 'phone' },
  { do: 'change', sku: 'apple', quantity: 1 },
  { do: 'remove', sku: 'apple' },
  { do: 'force-sign-out', user: 'mina' },
  { do: 'clock', seconds: 60 },
  { do: 'checkout' },
  { do: 'sign-out' },
  { do: 'orders' },
  { do: 'read' },
]

describe('acts in a link', () => {
  test('what is written is what is read', () => {
    const fragment = fragmentOf(ACTS)
    expect(fragment).toBe(
      '#do=sign-in:mina,add:apple*2,device:phone,change:apple*1,remove:apple,force-sign-out:mina,clock:60,checkout,sign-out,orders,read',
    )
    expect(parseScenario(askedIn(fragment)!)).toEqual({ ok: true, acts: ACTS })
    expect(parseScenario(encodeURIComponent(askedIn(fragment)!))).toEqual({ ok: true, acts: ACTS })
    expect(parseScenario('add:apple')).toEqual({ ok: true, acts: [{ do: 'add', sku: 'apple', quantity: 1 }] })
  })

  test.each([
    'purge',
    'sign-in:eve',
    'sign-in:mina:pw',
    'sign-in',
    'add:apple*0',
    'add:apple*100',
    'add:apple*2*3',
    'add:Apple',
    'add:../me',
    'device:attacker',
    'clock:0',
    'clock:1e9',
    'clock:-5',
    'checkout:now',
    '__proto__',
    'constructor:x',
    ' checkout',
    '%ff',
  ])('%s refuses the whole link', (part) => {
    expect(parseScenario(`sign-in:mina,${part}`)).toEqual({ ok: false, wrong: part })
  })

  test.each(['en', 'ko'])('each has words, %s', (locale) => {
    const words = (locale === 'en' ? en : ko).scenario.act
    expect(Object.keys(words).toSorted()).toEqual([...FORMS.keys()].toSorted())
  })

  test('as many as nobody reads are refused, and so is nothing', () => {
    expect(parseScenario(Array(41).fill('read').join())).toEqual({ ok: false, wrong: null })
    expect(parseScenario('')).toEqual({ ok: false, wrong: null })
    expect(parseScenario('x'.repeat(500))).toEqual({ ok: false, wrong: 'x'.repeat(40) })
    expect([askedIn(''), askedIn('#main'), askedIn('#donut=1')]).toEqual([null, null, null])
  })
})

describe('the acts of a story', () => {
  const told = (i: number, said: Said, sent?: object): Exchange => ({
    ...exchange(i, { ms: i * 2000, ...said }),
    sent: sent ? { text: JSON.stringify(sent), hidden: [] } : null,
  })
  const story = [
    told(1, {}),
    told(2, { action: 'sign-in' }, { email: 'mina@shop.example', password: '…' }),
    told(3, { action: 'sign-in', status: 401 }, { email: 'mina@shop.example', password: '…' }),
    told(4, { action: 'cart.add', device: 'phone' }, { sku: 'pear', quantity: 2 }),
    told(5, { action: 'cart.remove', device: 'phone', path: 'cart/items/pear' }),
    told(6, { action: 'me', device: 'attacker' }),
    told(7, { action: 'cart.add' }),
    told(8, { action: 'checkout' }),
  ]
  const desk = [deskAct(9000)]
  const acts = [
    { ...ownerAct(9500, 'clock'), offsetSeconds: 30 },
    { ...ownerAct(11_000, 'clock'), offsetSeconds: 90 },
    { ...ownerAct(15_000, 'clock'), offsetSeconds: 0 },
    ownerAct(15_500, 'rotate-keys', 'jwt'),
  ]

  test('leave out what no link can say: anybody who knows the name of a sandbox can ask its shop for odd things', () => {
    const odd = [
      told(1, { action: 'cart.remove', path: 'cart/items/%ff' }),
      told(2, { action: 'cart.remove', path: 'cart/items/pear%2Cclock%3A99' }),
      told(3, { action: 'cart.add' }, { sku: 7, quantity: 1 }),
      told(4, { action: 'cart.add' }, { sku: 'pear', quantity: '…' }),
      told(5, { action: 'cart.change', path: 'cart/items/pear' }, { quantity: 100 }),
      told(6, { action: 'cart.add' }, { sku: 'pear', quantity: 1 }),
      { ...told(7, { action: 'cart.add' }), sent: { text: 'sku=pear&quantity=1', hidden: [] } },
    ]
    expect(scenarioOf(columnsOf(stepsOf(odd, []), [], []), ['session'])).toEqual([
      { do: 'add', sku: 'pear', quantity: 1 },
    ])
  })

  test('are what a visitor did, in order, and nothing that the page did by itself', () => {
    const columns = columnsOf(stepsOf(story, desk), desk, acts)
    expect(fragmentOf(scenarioOf(columns, ['session']))).toBe(
      '#do=sign-in:mina,device:phone,add:pear*2,force-sign-out:mina,clock:30,remove:pear,clock:60,device:laptop,checkout',
    )
    expect(scenarioOf(columns, ['jwt', 'session', 'cookie'])).toEqual(scenarioOf(columns, ['session']))
    expect(scenarioOf(columns, ['jwt'])).toEqual([
      { do: 'force-sign-out', user: 'mina' },
      { do: 'clock', seconds: 30 },
      { do: 'clock', seconds: 60 },
    ])
  })
})
