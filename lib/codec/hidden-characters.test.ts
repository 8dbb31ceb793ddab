import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { piecesOf, visible } from './hidden-characters'

test.each([
  ['\u202enimda', 'U+202Enimda'],
  ['a\u2066b\u2069', 'aU+2066bU+2069'],
  ['ad\u200bmin', 'adU+200Bmin'],
  ['\u0000\u001f\u007f\u0085', 'U+0000U+001FU+007FU+0085'],
  ['a\nb\tc', 'aU+000AbU+0009c'],
  ['\ufeffa\u00ad', 'U+FEFFaU+00AD'],
  ['a\u00a0b\u3000c d', 'aU+00A0bU+3000c d'],
  ['\u3164\u115f', 'U+3164U+115F'],
  ['\ud800x', 'U+D800x'],
  ['\u{e0041}', 'U+E0041'],
  ['plain 한국어 ✓ é', 'plain 한국어 ✓ é'],
  ['שלום', 'שלום'],
])('%j is shown as %s', (text, shown) => expect(visible(text)).toBe(shown))

it('loses nothing of what can be seen', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const seen = piecesOf(text).map(({ text: piece, hidden }) =>
        hidden ? String.fromCodePoint(Number.parseInt(piece.slice(2), 16)) : piece,
      )
      expect(seen.join('')).toBe(text)
    }),
  ))
