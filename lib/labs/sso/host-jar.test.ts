import { expect, it } from 'vitest'
import { HostJar } from './host-jar'

const NOW = 1_000_000
const url = (text: string) => new URL(`http://${text}`)
const after = (...lines: [from: string, line: string][]) => {
  const jar = new HostJar()
  for (const [from, line] of lines) jar.store(line, { url: url(from), now: NOW })
  return jar
}

it('sends a cookie to the host that has set it, and with Domain to those below', () => {
  const alone = after(['shop.example/a', 'c=1; Path=/'])
  const below = after(['shop.example/a', 'c=1; Path=/; Domain=shop.example'])
  const sent = (jar: HostJar) =>
    ['shop.example/', 'help.shop.example/', 'notshop.example/', 'reviews.example/'].map((to) =>
      jar.fieldFor(url(to), NOW),
    )
  expect(sent(alone)).toEqual(['c=1', null, null, null])
  expect(sent(below)).toEqual(['c=1', 'c=1', null, null])
})

it('takes none for another site, nor for all of a top-level domain', () => {
  expect(
    after(['shop.example/', 'c=1; Domain=reviews.example']).fieldFor(url('reviews.example/'), NOW),
  ).toBeNull()
  expect(after(['shop.example/', 'c=1; Domain=example']).fieldFor(url('reviews.example/'), NOW)).toBeNull()
})

it('heeds Path, Max-Age and Secure', () => {
  expect(after(['shop.example/a/b', 'c=1']).fieldFor(url('shop.example/a/x'), NOW)).toBe('c=1')
  expect(after(['shop.example/a/b', 'c=1']).fieldFor(url('shop.example/'), NOW)).toBeNull()
  const short = after(['shop.example/', 'c=1; Max-Age=10'])
  expect([
    short.fieldFor(url('shop.example/'), NOW),
    short.fieldFor(url('shop.example/'), NOW + 10_000),
  ]).toEqual(['c=1', null])
  expect(after(['shop.example/', 'c=1; Secure']).fieldFor(url('shop.example/'), NOW)).toBeNull()
  expect(
    after(['shop.example/', 'c=1'], ['shop.example/', 'c=; Max-Age=0']).valueOf('shop.example', 'c'),
  ).toBeNull()
})
