import { existsSync } from 'node:fs'
import type { Fault } from './fault.ts'
import { LANES, onStage, type Stage } from './stage.ts'

/** Debian's package libfaketime. */
const LIBRARY = [
  '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1',
  '/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1',
].find((path) => existsSync(path))

const JUMPS: [jump: string, wanted: (string | number)[]][] = [
  // What each lane says of a sign-in from before the jump: [cookie, session, jwt].
  ['-1d', ['known', 'known', 'any']],
  ['-1h', ['known', 'known', 'any']],
  ['+2m', ['known', 'known', 401]],
  ['+1h', ['known', 401, 401]],
  ['+400d', [404, 404, 404]],
]

export default {
  id: 'F11',
  title: 'the server’s clock jumps: -1 d, -1 h, +2 min, +1 h, +400 d',
  goal: 'no 5xx, expiry as documented, a new sign-in always works',
  async run() {
    if (!LIBRARY)
      return { tried: 'nothing', lost: 0, ok: true, note: 'not tried: libfaketime is not installed' }
    let wrong = 0
    const notes = []
    for (const [jump, wanted] of JUMPS) {
      const found = await onStage((stage) => after(stage, jump))
      const differ = found.filter(
        (one, nth) => one !== wanted[nth] && !(wanted[nth] === 'any' && one !== 'broken'),
      )
      if (differ.length > 0) notes.push(`${jump}: ${found.join(' ')}`)
      wrong += differ.length
    }
    return {
      tried: '5 jumps × 3 lanes',
      lost: wrong,
      ok: wrong === 0,
      note: notes.join(', ') || 'with libfaketime',
    }
  },
} satisfies Fault

async function after(stage: Stage, jump: string) {
  await stage.start()
  // With the lanes as they are: access tokens of 60 s.
  const owner = await stage.owner({ reset: true })
  const clients = []
  for (const lane of LANES) clients.push(await stage.signedIn(lane, owner))
  await stage.stop()
  await stage.start({
    LD_PRELOAD: LIBRARY,
    FAKETIME: jump,
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    DONT_FAKE_MONOTONIC: '1',
  })
  const seen = []
  for (const client of clients) {
    const { status, body } = await client.get('me')
    seen.push(status >= 500 ? 'broken' : body?.customer ? 'known' : status)
  }
  const fresh = await stage.owner({ reset: true })
  for (const [nth, lane] of LANES.entries()) {
    const client = await stage.signedIn(lane, fresh)
    if ((await client.get('me')).body?.customer === null) seen[nth] = 'broken'
  }
  return seen
}
