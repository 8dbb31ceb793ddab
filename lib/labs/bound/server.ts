/**
 * A server before the shop whose tokens are bound to a key of their client: it hands one out for the shop's own token, and takes it only
 * along with a proof. It knows nobody's sign-out: bound is not revoked.
 */
import type { IncomingMessage } from 'node:http'
import { jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { OwnedSandbox } from '@/lib/sandbox/world/sandbox'
import { portsOf } from '@/lib/serve/ports'
import { jwtStrategy } from '@/lib/strategies/jwt/strategy'
import { openHttp } from '../outside/open-http'
import { ProofChecks, type ProofFault, type ProvedRequest } from './proof'

/** Whose clock, and whose customers. */
export type BoundRoom = Pick<{ sandbox: OwnedSandbox }, 'sandbox'>

interface Answer {
  status: number
  body: object
  /** Of WWW-Authenticate (RFC 9449 section 7.1). */
  error?: string
}

const Bound = z.object({ sub: z.string(), cnf: z.object({ jkt: z.string() }) })

export const openBoundServer = ({ sandbox }: BoundRoom) => {
  const server = new BoundServer(sandbox)
  return openHttp((request, response) => {
    server
      .answer(request)
      .then(({ status, body, error }) => {
        response.writeHead(status, {
          'Content-Type': 'application/json',
          'Cache-Control': 'no-store',
          ...(error && { 'WWW-Authenticate': `DPoP error="${error}", algs="ES256"` }),
        })
        response.end(JSON.stringify(body))
      })
      .catch(() => response.writeHead(500).end())
  })
}

class BoundServer {
  readonly #key = crypto.getRandomValues(new Uint8Array(32))
  readonly #proofs: ProofChecks

  constructor(private readonly sandbox: OwnedSandbox) {
    this.#proofs = new ProofChecks(() => sandbox.clock.now())
  }

  async answer(request: IncomingMessage): Promise<Answer> {
    const { method = '', url = '', headers } = request
    const asked = { method, url: `http://${headers.host}${url}` }
    const [scheme = '', token = ''] = (headers.authorization ?? '').split(' ')
    // A second field of this name makes it a list, which is no proof (RFC 9449 section 4.3).
    const proof = headers.dpop as string | undefined
    if (method === 'POST' && url === '/token') return this.#bind(asked, proof, token)
    if (method === 'GET' && url === '/me') return this.#who(asked, proof, scheme, token)
    return NOTHING
  }

  async #bind(asked: ProvedRequest, proof: string | undefined, token: string): Promise<Answer> {
    const shown = await this.#proofs.check(proof, asked)
    if ('fault' in shown) return refused('invalid_dpop_proof', shown.fault)
    const { sandbox } = this
    const headers = { Authorization: `Bearer ${token}` }
    const request = new Request('http://localhost/token', { headers })
    const { ports } = portsOf({ sandbox, strategy: 'jwt', device: 'laptop' }, request)
    const { visit, expiresAt } = await jwtStrategy.open(ports, 'identity')
    if (!visit.customer || !expiresAt) return refused('invalid_token', 'none')
    const accessToken = await new SignJWT({ sub: visit.customer.id, cnf: { jkt: shown.thumbprint } })
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
      .setExpirationTime(expiresAt)
      .sign(this.#key)
    return { status: 200, body: { accessToken, tokenType: 'DPoP' } }
  }

  async #who(
    asked: ProvedRequest,
    proof: string | undefined,
    scheme: string,
    token: string,
  ): Promise<Answer> {
    const claims = await this.#read(token)
    // Bound, and sent as if it were not (RFC 9449 section 7.2).
    if (!claims || scheme !== 'DPoP') return refused('invalid_token', 'none')
    const shown = await this.#proofs.check(proof, { ...asked, token })
    if ('fault' in shown) return refused('invalid_dpop_proof', shown.fault)
    if (shown.thumbprint !== claims.cnf.jkt) return refused('invalid_token', 'key')
    return { status: 200, body: { customer: this.sandbox.users.find(claims.sub) } }
  }

  async #read(token: string) {
    try {
      const currentDate = this.sandbox.clock.now()
      const { payload } = await jwtVerify(token, this.#key, {
        algorithms: ['HS256'],
        typ: 'at+jwt',
        currentDate,
      })
      return Bound.parse(payload)
    } catch {
      return null
    }
  }
}

const NOTHING: Answer = { status: 404, body: { code: 'not_found' } }

const refused = (error: string, fault: ProofFault | 'key'): Answer => ({
  status: 401,
  body: { code: error, fault },
  error,
})
