import { join } from 'node:path'
import { root, run } from '../say.mjs'
import type { Fault } from './fault.ts'

export default {
  id: 'F3 F6',
  title: 'simultaneous refreshes; parallel adds, session and jwt (npm run races)',
  goal: '500 races without a second successor; 20 000 adds without a loss',
  async run({ quick }) {
    const args = [join(root, 'scripts/run.mjs'), 'races', ...(quick ? ['--quick'] : [])]
    const { code, output } = await run(process.execPath, args, { timeout: 900_000 })
    const failed = /(\d+) not as promised/.exec(output)?.[1]
    return {
      tried: quick ? '50 races, 1000 adds' : '500 races, 20 000 adds',
      lost: code === 0 ? 0 : Number(failed ?? 1),
      ok: code === 0,
      note: code === 0 ? 'two servers on one file' : output.slice(-400),
    }
  },
} satisfies Fault
