import { serverLab } from '../lab'
import type { LabClient, Reply } from '../stage/client'
import type { ServerStage } from '../stage/server-stage'
import type { CredentialForm } from '../workbench/forms'
import type { Workbench } from '../workbench/workbench'

/** What every lane does by default with what was altered or made up. */
const HELD = {
  changed: 'refused',
  respelt: 'refused',
  invented: 'refused',
  header: 'no-such-thing',
  careless: 'no-such-thing',
  'weak-key': 'no-such-thing',
} as const

/** Whoever holds it reads it, and whatever else is put into one. */
const READABLE = { read: 'readable', 'put-in': 'readable' } as const

/** And a token with what its header asks for; the careless verifier is one of the bench. */
const TOKEN = { header: 'refused', careless: 'accepted' } as const

/** Someone edits the credential. Who notices? */
export const lab = serverLab({
  id: 'X06',
  slug: 'x06-tamper',
  group: 'carries',
  lesson: [4, 1],
  settles: [
    ...['S-019', 'S-058', 'S-063', 'S-104', 'S-107', 'S-124', 'S-128', 'S-136', 'S-144', 'S-155', 'S-156'],
    ...['S-159', 'S-160', 'S-162', 'S-164', 'S-169', 'S-176', 'S-178', 'S-179', 'S-180', 'S-182', 'S-183'],
    ...['S-185', 'S-199', 'S-205', 'S-244', 'S-283', 'S-292', 'S-293'],
  ],
  myths: [
    {
      id: 'jwt-is-encrypted',
      verdict: 'false',
      rows: ['S-144', 'S-180'],
      position: 'default',
      lanes: ['jwt'],
      moments: ['read', 'changed'],
    },
    {
      id: 'session-id-is-encoded',
      verdict: 'false',
      rows: ['S-128'],
      position: 'default',
      lanes: ['session'],
      moments: ['read', 'put-in'],
    },
    {
      id: 'algorithm-in-the-header',
      verdict: 'false',
      rows: ['S-182'],
      position: 'default',
      lanes: ['jwt'],
      moments: ['header', 'careless'],
    },
  ],
  acts: ['sign-in', 'change', 'respell', 'invent', 'ask-in-header', 'careless', 'word-list'],
  moments: ['read', 'put-in', 'changed', 'respelt', 'invented', 'header', 'careless', 'weak-key'],
  outcomes: {
    readable: 'exposed',
    unreadable: 'held',
    'nothing-in-it': 'held',
    accepted: 'exposed',
    refused: 'held',
    'key-found': 'exposed',
    'no-such-thing': 'neutral',
  },
  asks: { moment: 'changed', between: ['accepted', 'refused'] },
  positions: [
    {
      id: 'default',
      dials: {},
      expected: {
        cookie: { ...HELD, read: 'unreadable', 'put-in': 'unreadable' },
        session: { ...HELD, read: 'nothing-in-it', 'put-in': 'no-such-thing' },
        jwt: { ...HELD, ...READABLE, ...TOKEN, 'weak-key': 'key-found' },
      },
    },
    {
      id: 'signed',
      dials: { cookie: { protection: 'signed' } },
      expected: { cookie: { ...HELD, ...READABLE, 'weak-key': 'key-found' } },
    },
    {
      id: 'plain',
      dials: { cookie: { protection: 'plain' } },
      expected: { cookie: { ...HELD, ...READABLE, changed: 'accepted', invented: 'accepted' } },
    },
    {
      id: 'key-pair',
      dials: { jwt: { algorithm: 'EdDSA' } },
      expected: { jwt: { ...HELD, ...READABLE, ...TOKEN } },
    },
  ],

  async *play({ laptop, attacker, desk, workbench, found }) {
    await desk.signIn(laptop)
    const issued = await laptop.add('apple', 10)
    const real = laptop.credential!
    const said = workbench.readable(real)
    found('read', whatIsIn(workbench.formOf(real)), issued, { fields: Object.keys(said ?? {}).join(', ') })
    await putIn(workbench, real, found)
    yield 'sign-in'

    const changed = await presented(attacker, [workbench.altered(real, { discount: 90 })])
    found('changed', changed.outcome, changed.reply, { percent: percentOff(changed.reply) })
    yield 'change'

    const respelt = await presented(attacker, workbench.spellings(real))
    const library = await workbench.openedByLibrary(real)
    found('respelt', respelt.outcome, respelt.reply, { tried: respelt.tried, library: library ?? 0 })
    yield 'respell'

    const invented = await presented(attacker, await workbench.invented(real), 'me')
    found('invented', invented.outcome, invented.reply, { tried: invented.tried })
    yield 'invent'

    // Only a token has a header that could ask for anything.
    const forged = workbench.formOf(real) === 'token' ? workbench.forged(real) : []
    const texts = forged.map(({ token }) => token)
    const asked = texts.length > 0 ? await presented(attacker, texts) : ABSENT
    found('header', asked.outcome, asked.reply, { tried: asked.tried })
    yield 'ask-in-header'

    const obeyed = texts.length > 0 ? await carelessly(workbench) : ABSENT
    found('careless', obeyed.outcome, obeyed.reply, { ...obeyed.facts, tried: texts.length })
    yield 'careless'

    const guessed = workbench.guessed(real)
    found('weak-key', guessed ? 'key-found' : 'no-such-thing', guessed ? 'bench' : 'credential', {
      ...guessed,
    })
    yield 'word-list'
  },
})

/** On the bench: nothing of the kind is in a credential of this shop. */
async function putIn({ phonePutInto }: Workbench, like: string, found: ServerStage['found']) {
  const put = await phonePutInto(like)
  if (!put) return found('put-in', 'no-such-thing', 'credential')
  found('put-in', put.read ? 'readable' : 'unreadable', 'bench', { phone: put.read ?? '' })
}

const whatIsIn = (form: CredentialForm) =>
  form === 'opaque' ? 'nothing-in-it' : form === 'sealed' ? 'unreadable' : 'readable'

/** Each sent in the credential's place: the first that is let in, or the last that is not. */
async function presented(attacker: LabClient, texts: readonly string[], operation = 'cart') {
  const send = (text: string) => {
    attacker.present(text)
    return attacker.get(operation)
  }
  const [first, ...others] = texts
  let reply = await send(first!)
  while (reply.status !== 200 && others.length > 0) reply = await send(others.shift()!)
  const outcome = reply.status === 200 ? 'accepted' : 'refused'
  return { outcome, reply, tried: texts.length } as const
}

/** The text of the credential has no such part. */
const ABSENT = { outcome: 'no-such-thing', reply: 'credential', tried: 0, facts: {} } as const

async function carelessly(workbench: Workbench) {
  const { careless, strict } = await workbench.judged()
  const facts = { careless: careless.length, strict: strict.length }
  return { outcome: careless.length > 0 ? 'accepted' : 'refused', reply: 'bench', facts } as const
}

const percentOff = (reply: Reply) =>
  reply.status === 200
    ? Math.round((100 * reply.json.discount) / (reply.json.discount + reply.json.total))
    : 0
