/** The rows, held to what is served: a file is asked for where the framework looks for one, and takes what its row says. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { callApi, routePaths } from '@/lib/testing/api'
import { OPERATION_ROWS } from './operations'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

const rowsOf = (lane: StrategyName) =>
  OPERATION_ROWS.map(([, row]) => row).filter(({ only }) => only === undefined || only === lane)
const pathsOf = (lane: StrategyName) => [...new Set(rowsOf(lane).map(({ path }) => path))].sort()

describe.each(STRATEGIES)('%s', (lane) => {
  const shop = `/api/${lane}/[sandbox]/[device]/`

  test('has a route file for each path of a row, and no other', () => {
    const files = routePaths.filter((path) => path.startsWith(`/api/${lane}/`))
    expect(files.toSorted()).toEqual(pathsOf(lane).map((path) => shop + path))
  })

  test.each(pathsOf(lane))(
    '%s: the file serves its own path, and takes the methods of its rows',
    async (path) => {
      const rows = rowsOf(lane).filter((row) => row.path === path)
      const text = readFileSync(join(import.meta.dirname, `../../app${shop}${path}/route.ts`), 'utf8')
      expect(text).toContain(rows[0]!.only ? 'serveRefresh()' : `serve(${lane}Strategy, '${path}')`)
      const url = `/api/${lane}/AAAAAAAAAAA/laptop/${path.replace(/\[\w+\]/, 'x')}`
      const answers = await Promise.all(METHODS.map((method) => callApi(url, { method })))
      const taken = METHODS.filter((_, i) => answers[i]!.status !== 405)
      expect(taken.toSorted()).toEqual(rows.map(({ method }) => method).toSorted())
      const allow = answers[METHODS.indexOf('PUT')]!.headers.get('Allow')
      expect(allow).toBe(
        taken.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', '),
      )
    },
  )
})

test('one request is one operation', () => {
  const asked = OPERATION_ROWS.map(([, { method, path }]) => `${method} ${path}`)
  expect(asked).toEqual([...new Set(asked)])
})
