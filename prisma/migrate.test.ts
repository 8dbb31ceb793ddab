import { expect, test } from 'vitest'
import { newDatabase } from '../lib/testing/database'
import { missingSql } from './diff'
import { migrate } from './migrate'

test('a migrated database needs nothing more', async () => {
  expect(await migrate(newDatabase(), process.cwd())).toEqual([])
})

test('the migrations reach the schema', async () => {
  expect(await missingSql(process.cwd())).toBe('')
})
