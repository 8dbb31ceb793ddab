/** docs/origins.md behind the framework: what the shop reads of two fields of one name, or of an empty one, is what was sent. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { sendRaw } from '@/lib/testing/raw-http'
import { tableUnder } from '@/lib/testing/text/markdown'

const { PORT = '3000' } = process.env
const shop = `http://localhost:${PORT}`
const json = ['Content-Type', 'application/json'] as const
const docs = readFileSync(join(import.meta.dirname, '../docs/origins.md'), 'utf8')

/** As in the table, but of this server. */
const fieldsOf = (row: Record<string, string>) =>
  ['Sec-Fetch-Site', 'Origin', 'Referer'].flatMap((name) =>
    [...row[name]!.replaceAll('localhost:3000', `localhost:${PORT}`).matchAll(/`([^`]*)`/g)].map(
      ([, value]) => [name, value!.trim()] as const,
    ),
  )

test('every shape of a write is answered as it is written', async () => {
  const made = await sendRaw(shop, {
    method: 'POST',
    target: '/api/sandbox',
    fields: [json, ['Origin', shop]],
    body: '{}',
  })
  const target = `/api/session/${made.body.sandbox.id}/laptop/cart/items`
  for (const row of tableUnder(docs, '## Every shape of a write')) {
    const shape = fieldsOf(row)
    const body = '{"sku":"apple","quantity":1}'
    const { status } = await sendRaw(shop, { method: 'POST', target, fields: [json, ...shape], body })
    expect({ shape, status }).toEqual({ shape, status: row['the write is'] === 'taken' ? 200 : 403 })
  }
})
