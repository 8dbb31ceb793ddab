// The honest visitor of the runs with abuse: a thread that shops without haste, and tells how long everything took.
import { setTimeout as sleep } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { quantile } from '../statistics.ts'
import { ask, newcomer, newOwner, signedIn } from '../visitors.ts'

/** What the visitor does besides. */
export type Besides = 'sign-in' | 'lab' | 'errand'

export interface Asked {
  origin: string
  wants: Besides | null
}

/** Since it was last asked. */
export interface Served {
  /** Milliseconds (95 %), by what was done. */
  late: Record<string, number>
  asked: number
  refused: number
  /** What was answered instead. */
  why: string
}

type Deed = () => Promise<{ status: number | string }>

const { origin, wants }: Asked = workerData
const CHANGED = 'another password than the first'
/** Milliseconds between two requests, and between two of what is wanted besides. */
const PAUSE = 100
const SELDOM = 1000

const owner = await newOwner([origin])
const client = await signedIn(owner, 'session')
interface Begun {
  kind: string
  from: number
}

let times: Record<string, number[]> = {}
let refused: string[] = []
/** Not answered yet. */
const open = new Set<Begun>()

const DEEDS: Record<string, Deed> = {
  me: () => client.get('me'),
  add: () => client.add('apple'),
  page: () => fetch(`${origin}/session`).then(whole),
}

const BESIDES: Record<Besides, () => Promise<Deed>> = {
  /** One that has to be hashed: the first passwords are not. */
  async 'sign-in'() {
    const { email, password } = owner.users[0]!
    await client.post('password', { current: password, next: CHANGED })
    return () => newcomer(owner, 'session').signIn({ email, password: CHANGED })
  },
  /** To its end. */
  async lab() {
    return async () => {
      const started = await asOwner('POST', 'labs/x04-wall/runs', {})
      if (started.status !== 202) return started
      const path = `labs/x04-wall/runs/${started.body.run.id}`
      for (;;) {
        const { status, body } = await asOwner('GET', path)
        if (status !== 200) return { status }
        if (body.run.state === 'done') return { status: 200 }
        if (body.run.state !== 'running') return { status: body.run.state }
        await sleep(100)
      }
    }
  },
  /** Asked for once, and still there. */
  async errand() {
    const { body } = await asOwner('POST', 'labs/x11-csrf/runs', {})
    const path = `labs/x11-csrf/runs/${body.run.id}/errands`
    const errand = await asOwner('POST', path, { kind: 'form', lane: 'session' })
    return () => asOwner('GET', `${path}/${errand.body.code}`)
  },
}

const asOwner = (method: string, path: string, body?: object) =>
  ask(method, `${origin}/api/sandbox/${path}`, { headers: owner.headers, body })

async function whole(answer: Response) {
  await answer.text()
  return answer
}

async function once(kind: string, deed: Deed) {
  const asked = { kind, from: performance.now() }
  open.add(asked)
  const { status } = await deed().catch(({ cause, message }: Error & { cause?: { code?: string } }) => ({
    status: cause?.code ?? message,
  }))
  open.delete(asked)
  note(asked)
  if (status !== 200) refused.push(`${kind} ${status}`)
}

function note({ kind, from }: Begun) {
  const known = times[kind] ?? []
  times[kind] = known
  known.push(performance.now() - from)
}

async function forever(kind: string, deed: Deed, pause: number) {
  for (;;) {
    await once(kind, deed)
    await sleep(pause)
  }
}

parentPort!.on('message', () => {
  // Who waits still has waited for as long as that at least.
  for (const asked of open) note(asked)
  const late = Object.fromEntries(Object.entries(times).map(([kind, list]) => [kind, quantile(list, 0.95)]))
  const asked = Object.values(times).flat().length
  const served: Served = { late, asked, refused: refused.length, why: [...new Set(refused)].join(', ') }
  parentPort!.postMessage(served)
  times = {}
  refused = []
})

const besides = wants && (await BESIDES[wants]())
parentPort!.postMessage('here')
for (const [kind, deed] of Object.entries(DEEDS)) forever(kind, deed, 3 * PAUSE)
if (wants && besides) forever(wants, besides, SELDOM)
