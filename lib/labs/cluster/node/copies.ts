/** Every write goes to all other nodes before it is answered; of two that cross, each node keeps the one that came last. */
import { z } from 'zod'
import { ask } from './ask'
import type { Gate } from './gate'
import type { OwnRecords, Records, VersionRecord } from './records'
import { count } from './traffic'

const copy = z.object({
  key: z.string(),
  /** null: it is gone. */
  record: z.object({ version: z.int(), value: z.record(z.string(), z.unknown()) }).nullable(),
})

/** Where the other nodes are, and what lets this one in there. */
export interface Neighbours {
  peers(): readonly number[]
  secret: string
}

export function copying(own: OwnRecords, neighbours: Neighbours, gate: Gate): Records {
  const tell = async (key: string, record: VersionRecord | null) => {
    const body = JSON.stringify({ key, record })
    await Promise.all(neighbours.peers().map((port) => copyTo(port, neighbours.secret, body)))
  }
  return {
    find: (key) => own.find(key),
    async put(key, record, expected) {
      if (!(await own.put(key, record, expected))) return false
      const body = structuredClone(record)
      await gate.pass(key)
      await tell(key, body)
      return true
    },
    async drop(key) {
      await own.drop(key)
      await tell(key, null)
    },
  }
}

async function copyTo(port: number, secret: string, body: string): Promise<void> {
  // A node that is not there gets everything when it comes back.
  const answer = await ask(port, secret, '/copies', body).catch(() => null)
  if (answer) count({ nodes: 1, bytes: answer.bytes })
}

/** From another node. */
export function takeCopy(own: OwnRecords, text: string): void {
  const { key, record } = copy.parse(JSON.parse(text))
  if (record) own.kept.set(key, record)
  else own.kept.delete(key)
}

/** All that another node has, from the first that answers. */
export async function catchUp(own: OwnRecords, { peers, secret }: Neighbours): Promise<void> {
  for (const port of peers()) {
    const answer = await ask(port, secret, '/copies/all', '').catch(() => null)
    if (!answer) continue
    for (const line of JSON.parse(answer.text) as unknown[]) takeCopy(own, JSON.stringify(line))
    return
  }
}

export const allCopies = (own: OwnRecords): string =>
  JSON.stringify([...own.kept].map(([key, record]) => ({ key, record })))
