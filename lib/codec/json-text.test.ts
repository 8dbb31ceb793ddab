import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { lastNamed, membersOf, withMember, withValue } from './json-text'

const texts = (json: string) => membersOf(json)?.map(({ name, text }) => [name, text])

describe('members', () => {
  it('have the text of their values, letter for letter', () => {
    expect(
      texts(
        ' {"a" : 100000000000000013 ,\n"b":[1, {"c":"}],:"}] , "\\u0064" :"\\"x\\\\", "":{} , "e":-0.0E+1}\t',
      ),
    ).toEqual([
      ['a', '100000000000000013'],
      ['b', '[1, {"c":"}],:"}]'],
      ['d', '"\\"x\\\\"'],
      ['', '{}'],
      ['e', '-0.0E+1'],
    ])
    expect(texts('{}')).toEqual([])
    expect(texts('\ufeff{"a":1}')).toEqual([['a', '1']])
  })

  test.each(['', '[]', '1', 'null', '"a"', '{', '{"a":1,}', "{'a':1}", '{"a":01}', '{"a":1}{}', '{"a":NaN}'])(
    '%j has none',
    (json) => expect(membersOf(json)).toBeNull(),
  )

  it('of the same name are told, at every depth', () => {
    const found = membersOf('{"a":1,"a":2,"b":{"c":1,"d":{"c":2},"c":[{"e":1},{"e":2}]},"f":{"a":1}}')!
    expect(found.map(({ repeated }) => repeated)).toEqual([true, true, false, false])
    expect(found.map(({ repeatedWithin }) => repeatedWithin)).toEqual([[], [], ['c'], []])
    expect(lastNamed(found, 'a')?.text).toBe('2')
  })

  it('are found however deep the value is', () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
    expect(texts(`{"a":${deep},"b":1}`)).toEqual([
      ['a', deep],
      ['b', '1'],
    ])
  })
})

describe('of any object', () => {
  const object = fc.dictionary(fc.string(), fc.jsonValue())

  it('the values are those that a parser finds', () =>
    fc.assert(
      fc.property(object, fc.nat(3), (value, indent) => {
        const found = membersOf(JSON.stringify(value, null, indent))!
        // A parser knows each name once, and makes a prototype of one of them.
        for (const { name, text } of found)
          expect(JSON.parse(text)).toEqual(
            JSON.parse(JSON.stringify(Object.entries(value).find(([key]) => key === name)![1])),
          )
        expect(found).toHaveLength(Object.keys(value).length)
      }),
    ))

  it('a change changes what it names, and not a letter besides', () =>
    fc.assert(
      fc.property(object, fc.nat(3), fc.nat(), (value, indent, nth) => {
        const json = JSON.stringify(value, null, indent)
        const members = membersOf(json)!
        const member = members[nth % members.length]
        if (!member) return
        const changed = withValue(json, member, '18446744073709551615')
        expect(changed.slice(0, member.start)).toBe(json.slice(0, member.start))
        expect(changed.endsWith(json.slice(member.end))).toBe(true)
        expect(membersOf(changed)!.map(({ text }) => text)).toEqual(
          members.map((one) => (one === member ? '18446744073709551615' : one.text)),
        )
      }),
    ))

  it('one member more comes last', () =>
    fc.assert(
      fc.property(object, fc.nat(3), (value, indent) => {
        const json = JSON.stringify(value, null, indent)
        const more = membersOf(withMember(json, 'new one', '1'))!
        expect(more.map(({ name }) => name)).toEqual([...membersOf(json)!.map(({ name }) => name), 'new one'])
      }),
    ))
})
