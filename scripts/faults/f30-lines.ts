import { setTimeout as sleep } from 'node:timers/promises'
import { type Abuse, type Call, PROMISE, suffered } from './abuse.ts'
import type { Fault } from './fault.ts'
import { times } from './stage.ts'
import { type Reply, type Sandbox, Stranger } from './stranger.ts'

export default {
  id: 'F30',
  title:
    'one address keeps the shared lines full: wrong passwords from 10 sandboxes (30 s), 30 errands of 40 sandboxes twice (50 s), runs of labs from 40 sandboxes (30 s), where 60 of another address are kept',
  goal: `another’s sign-in with a password that has to be hashed is served as well, his errand stays, and his run of a lab takes four times as long at most; ${PROMISE}`,
  run: ({ quick }) =>
    suffered(
      [
        { name: 'passwords', wants: 'sign-in', prepare: sandboxes(10), abuse: passwords },
        { name: 'errands', wants: 'errand', prepare: sandboxes(40), abuse: errands },
        { name: 'labs', wants: 'lab', prepare: whereRunsAreKept, abuse: labs },
      ],
      quick,
    ),
} satisfies Fault

const sandboxes =
  (many: number) =>
  async ({ abuser, quick }: Call) => {
    const made = []
    for (let nth = 0; nth < (quick ? many / 5 : many); nth++) made.push(await abuser.sandbox())
    abuser.counts = {}
    return made
  }

/**
 * As many runs are kept as there is room for (lib/trace/publish/ring.ts): another address has made them, as a class does. Where there was room left,
 * what the abuse makes would be kept too, and not be gone a minute later.
 */
async function whereRunsAreKept(call: Call) {
  const others = new Stranger(call.stage.port, '127.0.0.4')
  const kept = await sandboxes(60)({ ...call, abuser: others })
  const until = performance.now() + 120_000
  await times(kept.length, (nth) =>
    insist(until, () =>
      others.ask('POST', '/api/sandbox/labs/x04-wall/runs', { Cookie: kept[nth]!.Cookie }, {}),
    ),
  )
  others.end()
  return sandboxes(40)(call)
}

interface Everybody {
  abuser: Stranger
  prepared: Sandbox[]
  until: number
  atOnce?: number
}

/** Each without a pause, four at a time; who is refused comes again soon. */
async function everybody(
  { abuser, prepared, until, atOnce = 4 }: Everybody,
  deed: (sandbox: Sandbox) => Promise<number>,
) {
  await times(prepared.length * atOnce, async (nth) => {
    while (performance.now() < until) {
      const status = await deed(prepared[nth % prepared.length]!)
      if (status >= 400) await sleep(100)
    }
  })
  const asked = Object.values(abuser.counts).reduce((sum, count) => sum + count, 0)
  return { tried: `${asked} requests`, note: abuser.told() }
}

function passwords({ abuser, seconds, prepared }: Abuse<Sandbox[]>) {
  const until = performance.now() + seconds(30)
  return everybody({ abuser, prepared, until }, async ({ id, users }) => {
    const body = { email: users[0]!.email, password: 'a wrong password' }
    const { status } = await abuser.ask('POST', `/api/session/${id}/laptop/sign-in`, {}, body)
    return status === 401 ? 200 : status
  })
}

function labs({ abuser, seconds, prepared }: Abuse<Sandbox[]>) {
  const until = performance.now() + seconds(30)
  return everybody({ abuser, prepared, until, atOnce: 1 }, async ({ Cookie }) => {
    const { status } = await abuser.ask('POST', '/api/sandbox/labs/x04-wall/runs', { Cookie }, {})
    return status
  })
}

async function errands({ abuser, seconds, prepared }: Abuse<Sandbox[]>) {
  const until = performance.now() + seconds(50)
  let made = 0
  await times(prepared.length, async (nth) => {
    const { Cookie } = prepared[nth]!
    for (let run = 0; run < 2; run++) {
      const started = await insist(until, () =>
        abuser.ask('POST', '/api/sandbox/labs/x11-csrf/runs', { Cookie }, {}),
      )
      const path = `/api/sandbox/labs/x11-csrf/runs/${started?.body?.run?.id}/errands`
      for (let errand = 0; errand < 30; errand++)
        if (await insist(until, () => abuser.ask('POST', path, { Cookie }, { kind: 'form', lane: 'cookie' })))
          made++
    }
  })
  return { tried: `${made} errands`, note: abuser.told() }
}

/** null: no time is left. */
async function insist(until: number, ask: () => Promise<Reply>): Promise<Reply | null> {
  while (performance.now() < until) {
    const answer = await ask()
    if (answer.status === 201 || answer.status === 202) return answer
    await sleep(200)
  }
  return null
}
