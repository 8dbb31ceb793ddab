/** Which lines of an exchange a question is about: they are marked, so that nobody has to guess what is asked. Pure. */
import type { ReadingName } from '@/lib/reading/observed/readings'
import type { StrategyName } from '@/lib/strategies/strategy'

/**
 * `request`, `answer`: the start line. `credential`: the field that carries it. `token`: what is in it. `store`: what the server read and
 * wrote. `rows`: what lies there afterwards.
 */
export type LineKind = 'request' | 'credential' | 'token' | 'answer' | 'set-cookie' | 'store' | 'rows'

export interface LinePin {
  kind: LineKind
  /** Of this lane alone; undefined: of all, whatever the answer is. */
  lane: StrategyName | undefined
}

/** Where each reading is to be read. */
export const READ_FROM: Partial<Record<ReadingName, LineKind>> = {
  'connection-reused': 'request',
  carrier: 'credential',
  credential: 'credential',
  'lanes-sending-cookie': 'credential',
  'token-discount': 'token',
  'token-claims': 'token',
  'set-cookie-lines': 'set-cookie',
  'lanes-setting-cookie': 'set-cookie',
  'lanes-setting-session-cookie': 'set-cookie',
  'lanes-dropping-cookie': 'set-cookie',
  'max-age': 'set-cookie',
  'carried-cookie': 'set-cookie',
  reads: 'store',
  writes: 'store',
  'lanes-reading-store': 'store',
  'lanes-writing-store': 'store',
  rows: 'rows',
  'lanes-with-rows': 'rows',
  'lanes-with-ended-rows': 'rows',
  status: 'answer',
  problem: 'answer',
  'lanes-refused': 'answer',
  'lanes-let-in': 'answer',
}

export const kindOf = (reading: ReadingName): LineKind => READ_FROM[reading] ?? 'answer'
