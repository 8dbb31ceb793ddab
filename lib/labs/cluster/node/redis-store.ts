/**
 * The shared store that others run: Redis or Valkey. All of a run is one hash, which ends by itself when nobody takes it away: a field for each
 * record, and beside it one for its version.
 */
import type { StoreAddress } from '../rules'
import type { Records } from './records'
import { count } from './traffic'

/** Seconds after the last write: longer than a run. */
const LIFE = 120
/** Milliseconds. */
const PATIENCE = 3000

/** Compares and writes in one go: Redis runs a script without anybody in between. */
const PUT = `
local found = redis.call('HGET', KEYS[1], ARGV[1] .. '#') or '0'
if ARGV[2] ~= '-1' and found ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1] .. '#', ARGV[3], ARGV[1], ARGV[4])
redis.call('EXPIRE', KEYS[1], ARGV[5])
return 1`

export interface RedisRecords extends Records {
  /** All of this run. */
  clear(): Promise<void>
}

/** @throws when nobody answers there */
export async function redisRecords({ url, hash }: StoreAddress): Promise<RedisRecords> {
  const { createClient } = await import('@redis/client')
  const client = createClient({ url, socket: { reconnectStrategy: false, connectTimeout: PATIENCE } })
  // Whoever asks is told; without a listener the process would end.
  client.on('error', () => {})
  await client.connect()
  return {
    async find(key) {
      count({ reads: 1 })
      const [version, text] = await client.hmGet(hash, [`${key}#`, key])
      return version && text ? { version: Number(version), value: JSON.parse(text) as object } : null
    },
    async put(key, { version, value }, expected) {
      const text = JSON.stringify(value)
      count({ stores: 1, bytes: Buffer.byteLength(key) + Buffer.byteLength(text) })
      const written = [key, String(expected), String(version), text, String(LIFE)]
      return (await client.eval(PUT, { keys: [hash], arguments: written })) === 1
    },
    async drop(key) {
      count({ stores: 1, bytes: Buffer.byteLength(key) })
      await client.hDel(hash, [key, `${key}#`])
    },
    async clear() {
      await client.del(hash)
    },
  }
}
