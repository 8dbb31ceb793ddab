// The honest visitor of the runs with abuse: a thread that shops without haste, and tells how long everything took.
import { setTimeout as sleep } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { ask, newcomer, newOwner, signedIn } from '../visitors.ts'
import { quantile } from './stage.mjs'

const { origin, wants } = workerData
const CHANGED = 'another password than the first'
/** Milliseconds between two requests, and between two of what is wanted besides. */
const PAUSE = 100
const SELDOM = 1000

const owner = await newOwner([origin])
const client = await signedIn(owner, 'session')
let times = {}
let refused = []
/** Not answered yet. */
const open = new Set()

const DEEDS = {
  me: () => client.get('me'),
  add: () => client.add('apple'),
  page: () => fetch(`${origin}/session`).then(whole),
}

const BESIDES = {
  /** One that has to be hashed: the first passwords are not. */
  async 'sign-in'() {
    const [{ email, password }] = owner.users
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

const asOwner = (method, path, body) =>
  ask(method, `${origin}/api/sandbox/${path}`, { headers: owner.headers, body })

async function whole(answer) {
  await answer.text()
  return answer
}

async function once(kind, deed) {
  const asked = { kind, from: performance.now() }
  open.add(asked)
  const { status } = await deed().catch(({ cause, message }) => ({ status: cause?.code ?? message }))
  open.delete(asked)
  note(asked)
  if (status !== 200) refused.push(`${kind} ${status}`)
}

function note({ kind, from }) {
  times[kind] ??= []
  times[kind].push(performance.now() - from)
}

async function forever(kind, deed, pause) {
  for (;;) {
    await once(kind, deed)
    await sleep(pause)
  }
}

parentPort.on('message', () => {
  // Who waits still has waited for as long as that at least.
  for (const asked of open) note(asked)
  const late = Object.fromEntries(Object.entries(times).map(([kind, list]) => [kind, quantile(list, 0.95)]))
  const asked = Object.values(times).flat().length
  parentPort.postMessage({ late, asked, refused: refused.length, why: [...new Set(refused)].join(', ') })
  times = {}
  refused = []
})

const besides = wants && (await BESIDES[wants]())
parentPort.postMessage('here')
for (const [kind, deed] of Object.entries(DEEDS)) forever(kind, deed, 3 * PAUSE)
if (besides) forever(wants, besides, SELDOM)
