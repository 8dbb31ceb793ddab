import { expect, it } from 'vitest'
import { CELL_NAME, SANDBOX_NAME, splitCell, withCell } from './cell-name'

const NAME = 'a-_9zZ-0a1b'

it.each([
  [NAME, '', NAME],
  [`a-${NAME}`, 'a', NAME],
  [`eu12-${NAME}`, 'eu12', NAME],
  // Neither a cell's name nor a sandbox's: nothing is cut off.
  [`toolong-${NAME}`, '', `toolong-${NAME}`],
  [`A-${NAME}`, '', `A-${NAME}`],
  [`-${NAME}`, '', `-${NAME}`],
  [`a${NAME}`, '', `a${NAME}`],
  [`a_${NAME}`, '', `a_${NAME}`],
  ['', '', ''],
  ['a-', '', 'a-'],
])('%s is of cell “%s”', (text, cell, rest) => expect(splitCell(text, 11)).toEqual({ cell, rest }))

it('what was put together is taken apart', () => {
  for (const cell of ['', 'a', 'b2', '0', 'zzzz']) {
    const whole = withCell(cell, NAME)
    expect(splitCell(whole, 11)).toEqual({ cell, rest: NAME })
    expect(whole).toMatch(SANDBOX_NAME)
  }
})

it.each(['', 'A', 'a-', 'abcde', 'ä', 'a.', ' a'])('no cell is called “%s”', (name) =>
  expect(CELL_NAME.test(name)).toBe(false),
)
