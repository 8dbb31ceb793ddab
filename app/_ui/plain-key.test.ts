import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { altKey, plainKey } from './plain-key'

const MODIFIERS = ['altKey', 'ctrlKey', 'metaKey', 'shiftKey'] as const
const bare = {
  key: 'ArrowLeft',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  getModifierState: (_: string) => false,
  nativeEvent: { isComposing: false },
}

test('a bare key is the page’s', () => {
  expect(plainKey(bare)).toBe('ArrowLeft')
})

test.each(MODIFIERS)('with %s it is not', (modifier) => {
  expect(plainKey({ ...bare, [modifier]: true })).toBeNull()
})

test('nor with AltGr, nor while a syllable is being composed', () => {
  expect(plainKey({ ...bare, getModifierState: (name) => name === 'AltGraph' })).toBeNull()
  expect(plainKey({ ...bare, nativeEvent: { isComposing: true } })).toBeNull()
})

test('with Alt alone, by its place; with another modifier it is another chord', () => {
  const chord = { ...bare, code: 'KeyP', key: 'π', altKey: true } as unknown as KeyboardEvent
  expect(altKey(chord)).toBe('KeyP')
  for (const modifier of ['ctrlKey', 'metaKey', 'shiftKey'])
    expect(altKey({ ...chord, [modifier]: true })).toBeNull()
  expect(altKey({ ...chord, altKey: false })).toBeNull()
})

test('every handler of keys asks here', () => {
  const app = join(import.meta.dirname, '..')
  const files = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
  const texts = files.map((file) => [file, readFileSync(join(app, file), 'utf8')] as const)
  const hearing = texts.filter(([, text]) => /onKey(Down|Up|Press)|'key(down|up|press)'/.test(text))
  expect(hearing.length).toBeGreaterThan(4)
  for (const [file, text] of hearing.filter(([name]) => !name.includes('.test.'))) {
    // Who hands a handler on does not hear.
    if (/\bevent\b/i.test(text)) expect([file, text.includes('plainKey(')]).toEqual([file, true])
    expect([file, /\b(event|nativeEvent)\??\.(key|code|which|keyCode)\b/.test(text)]).toEqual([file, false])
  }
})
