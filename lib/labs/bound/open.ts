/** The client's side: who holds the key, and what a thief has instead. */
import type { HeaderLine } from '@/lib/trace/model/exchange'
import type { LabWire } from '../outside/wire'
import type { LabClient, Reply } from '../stage/client'
import type { KeyBound, StolenTry } from './bound'
import { makeProof, newKey, type ProofKey, type ProvedRequest } from './proof'
import { type BoundRoom, openBoundServer } from './server'

/** Seconds: older than a proof may be. */
const OLD = 120

/** What the owner's page holds, and has sent. */
interface Holder {
  key: ProofKey
  token: string
  /** Of her last request; and of two that never arrived: for another address, and long ago. */
  sent: string | null
  elsewhere: string
  old: string
}

export async function openBound({ sandbox, wire }: BoundRoom & { wire: LabWire }): Promise<KeyBound> {
  const server = await openBoundServer({ sandbox })
  const now = () => sandbox.clock.now()
  let holder: Holder | null = null
  const send = (
    client: LabClient,
    method: string,
    operation: string,
    headers: HeaderLine[],
  ): Promise<Reply> =>
    wire.send({
      ...{ to: 'resource server', device: client.device, action: 'me', port: server.port, method, headers },
      path: `/${operation}`,
    })
  const asked = (method: string, operation: string, token?: string): ProvedRequest => ({
    method,
    url: `http://127.0.0.1:${server.port}/${operation}`,
    ...(token !== undefined && { token }),
  })
  const who = (client: LabClient, token: string, proof: string) =>
    send(client, 'GET', 'me', [...bound(token), ['DPoP', proof]])
  return {
    async bind(client) {
      const key = await newKey()
      const proof = await makeProof(key, asked('POST', 'token'), now())
      const reply = await send(client, 'POST', 'token', [
        ['Authorization', `Bearer ${client.accessToken}`],
        ['DPoP', proof],
      ])
      const token: string = reply.json.accessToken
      const past = new Date(now().getTime() - OLD * 1000)
      holder = {
        ...{ key, token, sent: null },
        elsewhere: await makeProof(key, asked('POST', 'orders', token), now()),
        old: await makeProof(key, asked('GET', 'me', token), past),
      }
      return reply
    },
    async ask(client) {
      const { key, token } = held(holder)
      const proof = await makeProof(key, asked('GET', 'me', token), now())
      held(holder).sent = proof
      return who(client, token, proof)
    },
    async replay(thief, how) {
      const { token, sent, elsewhere, old } = held(holder)
      if (how === 'as-bearer') return send(thief, 'GET', 'me', [['Authorization', `Bearer ${token}`]])
      const own = how === 'own-key' ? await makeProof(await newKey(), asked('GET', 'me', token), now()) : ''
      const proofs: Record<Exclude<StolenTry, 'as-bearer'>, string> = {
        ...{ 'own-key': own, 'same-proof': sent ?? '', 'other-request': elsewhere, 'old-proof': old },
      }
      return who(thief, token, proofs[how])
    },
    close: server.close,
  }
}

const bound = (token: string): HeaderLine[] => [['Authorization', `DPoP ${token}`]]

/** @throws before anything was bound */
function held(holder: Holder | null): Holder {
  if (!holder) throw new Error('nothing is bound yet')
  return holder
}
