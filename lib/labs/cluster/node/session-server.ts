/** The dedicated session server: its end at the node, and the server itself. */
import { z } from 'zod'
import { ask } from './ask'
import { type OwnRecords, type Records, StoreGone, type VersionRecord } from './records'
import { count } from './traffic'

const request = z.discriminatedUnion('do', [
  z.object({ do: z.literal('find'), key: z.string() }),
  z.object({
    do: z.literal('put'),
    key: z.string(),
    expected: z.int(),
    record: z.object({ version: z.int(), value: z.record(z.string(), z.unknown()) }),
  }),
  z.object({ do: z.literal('drop'), key: z.string() }),
])

type ServerAsk = z.infer<typeof request>

interface ServerAnswer {
  record?: VersionRecord | null
  done?: boolean
  /** What the server has sent on to its copy. */
  copied: number
}

/** Session servers, in the order in which they are asked. */
export interface StoreServers {
  stores(): readonly number[]
  secret: string
}

export function remoteRecords(servers: StoreServers): Records {
  const send = (asked: ServerAsk) => askFirst(servers, asked)
  return {
    find: async (key) => (await send({ do: 'find', key })).record ?? null,
    put: async (key, record, expected) =>
      (
        await send({
          do: 'put',
          key,
          expected,
          record: record as { version: number; value: Record<string, unknown> },
        })
      ).done === true,
    async drop(key) {
      await send({ do: 'drop', key })
    },
  }
}

async function askFirst({ stores, secret }: StoreServers, asked: ServerAsk): Promise<ServerAnswer> {
  const body = JSON.stringify(asked)
  for (const port of stores()) {
    const answer = await ask(port, secret, '/records', body).catch(() => null)
    if (!answer) continue
    const told = JSON.parse(answer.text) as ServerAnswer
    const copies = told.copied > 0 ? 1 : 0
    count(asked.do === 'find' ? { reads: 1 } : { stores: 1 + copies, bytes: answer.bytes + told.copied })
    return told
  }
  throw new StoreGone('no session server answers')
}

/** At the server. What is written goes to its copy first, where there is one. */
export async function answerRecords(own: OwnRecords, { stores, secret }: StoreServers, text: string) {
  const asked = request.parse(JSON.parse(text))
  if (asked.do === 'find') return { record: await own.find(asked.key), copied: 0 }
  const done = asked.do === 'drop' ? own.drop(asked.key) : own.put(asked.key, asked.record, asked.expected)
  let copied = 0
  for (const port of stores()) {
    const answer = await ask(port, secret, '/records', text).catch(() => null)
    copied += answer?.bytes ?? 0
  }
  return { done: (await done) !== false, copied } satisfies ServerAnswer
}
