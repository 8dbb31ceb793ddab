import { describe, expect, it } from 'vitest'
import { BY_SCRIPT, HTTP_PREFIXED_BY_SCRIPT } from './by-script'
import { linesOf, sentOf } from './jar'

const steps = ['attributes', 'shelf', 'twice', 'credentials', 'fill-0', 'fill-9', 'secure-3']

describe('the cookie workbench', () => {
  it.each(steps)('sets only cookies of its own, below its own path: %s', (step) => {
    for (const line of linesOf(step)!)
      expect(line).toMatch(/^(__Secure-|__Host-)?bench-[\w-]+=\w+; Path=\/attacker/)
  })

  it('fills with 25 in each of ten answers, all named apart, and takes the same away', () => {
    const names = (prefix: string) =>
      Array.from({ length: 10 }, (_, part) => linesOf(`${prefix}-${part}`)!)
        .flat()
        .map((line) => line.slice(0, line.indexOf('=')))
    expect(new Set(names('fill')).size).toBe(250)
    expect(names('clear-fill')).toEqual(names('fill'))
    expect(linesOf('clear-secure-4')![0]).toContain('Max-Age=0')
  })

  it('takes away every cookie that it sets', () => {
    const nameAndPath = (line: string) => /^([^=]+)=[^;]*; Path=([^;]+)/.exec(line)!.slice(1).join(' ')
    const byServer = ['attributes', 'twice', 'credentials'].flatMap((step) => linesOf(step)!)
    const set = [...byServer, BY_SCRIPT, HTTP_PREFIXED_BY_SCRIPT].map(nameAndPath)
    const gone = ['clear-bench', 'clear-credentials'].flatMap((step) => linesOf(step)!).map(nameAndPath)
    expect(gone.toSorted()).toEqual(set.toSorted())
  })

  it.each(['', 'no-such', 'fill-10', 'fill-x', 'toString', '__proto__'])('has no step “%s”', (step) =>
    expect(linesOf(step)).toBeNull(),
  )

  it('tells nobody the cookies of another server on this host', () => {
    expect(sentOf('bench-secure=value; other=secret; __Host-bench-path=value')).toEqual({
      ours: [
        ['bench-secure', 'value'],
        ['__Host-bench-path', 'value'],
      ],
      others: 1,
    })
    expect(sentOf(null)).toEqual({ ours: [], others: 0 })
  })
})
