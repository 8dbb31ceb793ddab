/** Each proof runs: a cell is in the table of its lab (whose own tests play it), a scene is played here by HTTP and read. */
import { describe, expect, it } from 'vitest'
import { LABS } from '@/lib/labs'
import { positionOf } from '@/lib/labs/lab'
import { observe } from '@/lib/reading/observed/readings'
import { playScene } from '@/lib/testing/play-scene'
import { watchedShop } from '@/lib/testing/watched-shop'
import { maskExchange } from '@/lib/trace/export/mask'
import { ROWS } from './index'
import type { CellProof, RowProof, SceneProof } from './proof'

const proofs = ROWS.map(({ id, proof }) => ({ id, proof: proof as RowProof }))
const shop = watchedShop()

it('a cell is in its lab’s table', () => {
  const missing = proofs.filter(({ proof }) => 'lab' in proof && !isInTable(proof))
  expect(missing).toEqual([])
})

function isInTable({ lab, position, moment, lane }: CellProof): boolean {
  const found = LABS.find(({ slug }) => slug === lab)
  return Boolean(found && positionOf(found, position)?.expected[lane]?.[moment])
}

const scenes = Map.groupBy(
  proofs.flatMap(({ id, proof }) => ('scene' in proof ? [{ id, ...proof }] : [])),
  ({ lane, scene }) => JSON.stringify([lane, scene]),
)

describe.each([...scenes.values()])('$lane $scene', (...rows: (SceneProof & { id: string })[]) => {
  it(`shows ${rows.map(({ id }) => id).join(', ')}`, async () => {
    const { lane, scene } = rows[0]!
    const seen = { [lane]: maskExchange(await playScene(shop, lane, scene)) }
    const read = rows.map(({ id, reading }) => [id, observe(reading, seen, lane)])
    expect(read).toEqual(rows.map(({ id, is }) => [id, is]))
  })
})
