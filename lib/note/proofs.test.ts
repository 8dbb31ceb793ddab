/** Each proof runs: a cell is in the table of its lab (whose own tests play it), a scene is played here by HTTP and read. */
import { describe, expect, it } from 'vitest'
import { LABS, labOf } from '@/lib/labs'
import { positionOf } from '@/lib/labs/lab'
import { lessonOf } from '@/lib/lessons'
import { observe } from '@/lib/reading/observed/readings'
import { askedIn, fragmentOf } from '@/lib/scenario/acts'
import { parseScenario } from '@/lib/scenario/parse'
import { playScene } from '@/lib/testing/play-scene'
import { watchedShop } from '@/lib/testing/watched-shop'
import { ROWS, rowOf } from './index'
import { type CellProof, isProved, type RowProof, type SceneProof } from './proof'

const proofs = ROWS.map(({ id, proof }) => ({ id, proof: proof as RowProof }))
const shop = watchedShop()

it('a cell is in its lab’s table', () => {
  const missing = proofs.filter(({ proof }) => 'lab' in proof && !isInTable(proof))
  expect(missing).toEqual([])
})

function isInTable({ lab, position, moment, lane }: CellProof): boolean {
  const found = labOf(lab)
  return Boolean(found && positionOf(found, position)?.expected[lane]?.[moment])
}

it('a step is in its lesson, and one to do or to answer', () => {
  const missing = proofs.filter(({ proof }) => {
    if (!('lesson' in proof)) return false
    const step = lessonOf(proof.lesson)?.steps.find(({ id }) => id === proof.step)
    return !step || step.do === 'read'
  })
  expect(missing).toEqual([])
})

it('what a lab settles has its proof', () => {
  const open = LABS.flatMap(({ settles }) => settles).filter((id) => !isProved(rowOf(id)!.proof))
  expect(open).toEqual([])
})

const scenes = proofs.flatMap(({ id, proof }) => ('scene' in proof ? [{ id, ...(proof as SceneProof) }] : []))

it('a scene can be asked for by a link', () => {
  for (const { id, scene } of scenes)
    expect([id, parseScenario(askedIn(fragmentOf(scene))!)]).toEqual([id, { ok: true, acts: scene }])
})

it('a reading that compares lanes is taken in all three', () => {
  const wrong = scenes.filter(({ lane, reading }) => (lane === null) !== reading.startsWith('lanes-'))
  expect(wrong).toEqual([])
})

const played = Map.groupBy(
  scenes,
  ({ lane, dials, scene }) => `${lane} ${JSON.stringify(dials ?? {})} ${fragmentOf(scene)}`,
)

describe.each([...played])('%s', (_, rows) => {
  it(`shows ${rows.map(({ id }) => id).join(', ')}`, async () => {
    const seen = await playScene(shop, rows[0]!)
    const read = rows.map(({ id, reading, lane }) => [id, observe(reading, seen, lane ?? undefined)])
    expect(read).toEqual(rows.map(({ id, is }) => [id, is]))
  })
})
