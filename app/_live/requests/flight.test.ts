import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const sheet = readFileSync(join(import.meta.dirname, '../../styles/motion.css'), 'utf8')
/** Changes once and at once, on the way back. */
const AT_ONCE = 'refuse'

test('what travels needs no layout and no paint for each frame', () => {
  const moves = [...sheet.matchAll(/@keyframes (\S+) \{([\s\S]*?)\n\}/g)].filter(
    ([, name]) => name !== AT_ONCE,
  )
  expect(moves.length).toBeGreaterThan(3)
  for (const [, name, frames] of moves)
    for (const [, property] of frames!.matchAll(/^\s+([\w-]+):/gm))
      expect([name, property]).toEqual([name, expect.stringMatching(/^(translate|opacity)$/)])
})
