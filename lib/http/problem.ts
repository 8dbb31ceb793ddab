import { perProcess } from '@/lib/process/once'
import type { RefusalReason } from '@/lib/strategies/strategy'

/**
 * Problem answers (RFC 9457). `code` is stable and meant for programs; `title` is for people
 * and says what to do. Nothing of the cause goes out: that is for the log and the panel.
 */
export const PROBLEMS = {
  malformed_json: [400, 'The body is not JSON. Send one JSON object.'],
  malformed_path: [400, 'The path has a broken percent-escape. Write %25 for a percent sign.'],
  malformed_target: [
    400,
    'The address cannot be read. Send a path that begins with a slash, without backslash and without #.',
  ],
  malformed_field: [400, 'A header field has a value that it cannot have. See errors.'],
  malformed_request: [400, 'This cannot be read as HTTP/1.1. Send one request as RFC 9112 has it.'],
  no_host: [400, 'A request needs one Host field, and only one.'],
  sign_in_required: [401, 'Sign in first.'],
  credential_expired: [401, 'The credential has expired. Refresh it or sign in again.'],
  credential_refused: [401, 'The credential is not accepted. Sign in again.'],
  wrong_password: [401, 'E-mail or password is wrong.'],
  forbidden: [403, 'Only the owner of this sandbox may do this.'],
  cross_site: [403, 'Writes are accepted only from pages of this shop.'],
  not_found: [404, 'There is nothing here. Check the address.'],
  no_sandbox: [404, 'There is no such sandbox. It may have ended; open the site to get a new one.'],
  no_device: [404, 'There is no such device. Use laptop, phone or attacker.'],
  unknown_product: [404, 'There is no such product. See /api/catalogue.'],
  not_in_cart: [404, 'That product is not in the cart.'],
  method_not_allowed: [405, 'This address does not take that method. See the Allow field.'],
  too_slow: [408, 'The request did not arrive in time. Send it again, whole.'],
  cart_full: [409, 'The cart would no longer fit into the cookie. Remove something first.'],
  empty_cart: [409, 'The cart is empty. Add something first.'],
  sandbox_full: [
    409,
    'This sandbox has as many rows as it may. Remove rows at the support desk, or start over.',
  ],
  not_possible: [409, 'This strategy cannot do that: the server keeps nothing to do it with.'],
  too_many_devices: [409, 'There are as many sign-ins as are allowed. Sign out somewhere else first.'],
  try_again: [409, 'Somebody else kept changing the same cart. Try again.'],
  precondition_failed: [
    412,
    'The file is another version than the one that was asked for. Ask without If-Match.',
  ],
  too_large: [413, 'The body is larger than 16 KiB.'],
  address_too_long: [
    414,
    'The address is too long. At most 8192 characters, 32 parts of the path, and 100 parameters of 4096 characters.',
  ],
  not_json: [415, 'Send the body as application/json.'],
  expectation_failed: [417, 'Expect can only be 100-continue. Leave it out.'],
  misdirected: [421, 'This shop does not answer under that name.'],
  other_cell: [
    421,
    'Another server of this site has what its name says. The proxy in front sent this to the wrong one.',
  ],
  invalid: [422, 'Some values are not acceptable. See errors.'],
  too_many: [429, 'Too many requests. Wait as long as Retry-After says.'],
  head_too_large: [
    431,
    'The head of the request is too large. Other programs on this host may have set cookies: delete those of this host, then try again.',
  ],
  busy: [503, 'Too many are in line. Wait as long as Retry-After says.'],
  draining: [
    503,
    'This server takes no new sandboxes. Another one of this site does; try again in a moment.',
  ],
  away: [503, 'The server that has this sandbox does not answer now. Try again in a moment.'],
  database_unavailable: [503, 'The database cannot be reached. Try again in a moment.'],
} as const satisfies Record<string, readonly [status: number, title: string]>

export type ProblemCode = keyof typeof PROBLEMS

export interface ProblemExtra {
  /** Why a credential was refused. For the log; never sent. */
  reason?: RefusalReason
  errors?: { path: string; code: string }[]
  /** With `no_sandbox` of the control plane: what came of the owner's key (lib/sandbox/owner/ownership.ts). */
  because?: 'absent' | 'unknown' | 'ended' | 'doubled' | null
  /** With `busy`: how many come before in that line. */
  ahead?: number
  headers?: Record<string, string>
}

/** Fields of every answer that carries state or depends on who asks. */
export const API_HEADERS = { 'Cache-Control': 'no-store', Vary: 'Origin, Sec-Fetch-Site' } as const

const codes = new WeakMap<Response, ProblemCode>()
const reasons = new WeakMap<Response, RefusalReason>()

/** null: not a problem answer. */
export const problemCodeOf = (response: Response): ProblemCode | null => codes.get(response) ?? null

/** null: nobody said why. */
export const refusalReasonOf = (response: Response): RefusalReason | null => reasons.get(response) ?? null

export interface ProblemText {
  status: number
  headers: Record<string, string>
  body: string
}

/** How often each was answered, since the process started. */
export const refusals = () => perProcess('refusals', () => new Map<ProblemCode, number>())

export function problemText(code: ProblemCode, extra: ProblemExtra = {}): ProblemText {
  const [status, title] = PROBLEMS[code]
  refusals().set(code, (refusals().get(code) ?? 0) + 1)
  const body = {
    type: `urn:remember-me:problem:${code}`,
    title,
    status,
    code,
    ...(extra.errors && { errors: extra.errors }),
    ...(extra.because && { because: extra.because }),
    ...(extra.ahead !== undefined && { ahead: extra.ahead }),
  }
  return {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...API_HEADERS, ...extra.headers },
    body: JSON.stringify(body),
  }
}

export function problem(code: ProblemCode, extra: ProblemExtra = {}): Response {
  const { body, ...init } = problemText(code, extra)
  const response = new Response(body, init)
  codes.set(response, code)
  if (extra.reason) reasons.set(response, extra.reason)
  return response
}

interface Later {
  /** Whole seconds. */
  retryAfter: number
  /** How many come before; null: nobody can say. */
  ahead?: number | null
}

export const comeAgain = (code: 'busy' | 'too_many', { retryAfter, ahead }: Later): Response =>
  problem(code, { ahead: ahead ?? undefined, headers: { 'Retry-After': String(retryAfter) } })

export function json(
  body: unknown,
  init: { status?: number; headers?: Record<string, string> } = {},
): Response {
  return new Response(JSON.stringify(body), {
    status: init.status ?? 200,
    headers: { 'Content-Type': 'application/json', ...API_HEADERS, ...init.headers },
  })
}
