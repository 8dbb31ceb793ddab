/** One request to this site and what came of it. Never throws: no answer is a status too. */
export interface Answer<Body = unknown> {
  /** 0: no answer came. */
  status: number
  /** The stable code of a problem answer (RFC 9457), or null. */
  code: string | null
  /** The JSON body; null: there is none. */
  body: Body | null
  /** Seconds, from Retry-After; null: not said. */
  retryAfter: number | null
  /** Milliseconds since the epoch, from Date; whole seconds. null: not said. */
  date: number | null
}

export interface Call {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  body?: unknown
  headers?: Record<string, string>
  /** The answer's cookies count even when the page goes away meanwhile. */
  keepalive?: boolean
}

export const NO_ANSWER = { status: 0, code: null, body: null, retryAfter: null, date: null } as const

const PATIENCE = 30_000

export async function send<Body>(url: string, call: Call): Promise<Answer<Body>> {
  try {
    return await answerOf<Body>(await fetch(url, initOf(call)))
  } catch {
    return NO_ANSWER
  }
}

function initOf({ method, body, headers, keepalive }: Call): RequestInit {
  const init = { method, keepalive, credentials: 'same-origin', cache: 'no-store' } as const
  const signal = AbortSignal.timeout(PATIENCE)
  if (body === undefined) return { ...init, headers, signal }
  return {
    ...init,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
    signal,
  }
}

async function answerOf<Body>(response: Response): Promise<Answer<Body>> {
  const text = await response.text()
  const isJson = /^application\/(problem\+)?json/.test(response.headers.get('content-type') ?? '')
  const body = isJson && text ? (JSON.parse(text) as Body & { code?: string }) : null
  const code = response.ok ? null : (body?.code ?? null)
  return { status: response.status, code, body, retryAfter: secondsOf(response), date: dateOf(response) }
}

function secondsOf({ headers }: Response): number | null {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) ? seconds : null
}

function dateOf({ headers }: Response): number | null {
  const date = Date.parse(headers.get('date') ?? '')
  return Number.isNaN(date) ? null : date
}

export const isOk = ({ status }: Answer): boolean => status >= 200 && status < 300
