/** Artifacts and exchanges to test with. */
import type { Artifact } from '@/lib/trace/model/artifact'
import type { Exchange, HeaderLine } from '@/lib/trace/model/exchange'

export function aCookie(differing: Partial<Artifact>): Artifact {
  return {
    id: 'laptop/cookie/__Secure-session',
    side: 'browser',
    place: 'cookie',
    device: 'laptop',
    name: '__Secure-session',
    form: 'random',
    value: 'Zx9mQ2vK7pR4tW1sY6uB3nE8cA5dF0gHjLkPoIqTrSw',
    credential: true,
    bytes: 59,
    attributes: { path: '/api/session/AAAAAAAAAAA/laptop', httpOnly: true, secure: true, sameSite: 'Lax' },
    expiresAt: '2026-11-23T16:00:00.000Z',
    contents: [],
    ...differing,
  }
}

export function anExchange({
  requestHeaders = [],
  responseHeaders = [],
  artifacts = [],
  ...differing
}: Partial<Exchange> & {
  requestHeaders?: HeaderLine[]
  responseHeaders?: HeaderLine[]
  artifacts?: Artifact[]
}): Exchange {
  return {
    id: 'e-1',
    seq: 1,
    at: '2026-11-23T04:00:00.000Z',
    sandboxAt: '2026-11-23T04:00:00.000Z',
    strategy: 'session',
    device: 'laptop',
    action: 'cart.read',
    completed: true,
    request: {
      method: 'GET',
      target: '/api/session/AAAAAAAAAAA/laptop/cart',
      httpVersion: '1.1',
      headers: [['Host', 'localhost:3000'], ...requestHeaders],
      headBytes: 100,
      bodyBytes: 0,
    },
    response: {
      status: 200,
      reason: 'OK',
      headers: [['Content-Type', 'application/json'], ...responseHeaders],
      headBytes: 80,
      bodyBytes: 40,
    },
    connection: { id: 1, nth: 1 },
    credential: { status: 'absent', reason: null, email: null, expiresAt: null },
    problem: null,
    sent: null,
    answered: null,
    steps: [],
    stored: { before: artifacts, after: artifacts },
    exposures: [],
    cost: { reads: 0, writes: 0, micros: 1500 },
    ...differing,
  }
}
