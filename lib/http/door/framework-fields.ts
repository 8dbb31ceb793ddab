/**
 * Fields that the framework reads from a request. Its own script in the browser sends five of them; one that is malformed would be a bare 500.
 * The others are for its own use between its parts, or for services that this site does not have: what a client writes there is not passed on.
 */
import type { IncomingHttpHeaders } from 'node:http'
import { z } from 'zod'

const MOST_TREE = 4096
const MOST_DEPTH = 32

/** As `next/dist/server/app-render/types` has it; a test holds the two to the same verdicts. */
const Segment = z.union([
  z.string(),
  z.tuple([z.string(), z.string(), z.enum(kindsOfParameter()), z.array(z.string()).nullable()]),
])
const Tree: z.ZodType = z.lazy(() =>
  z.tuple([
    Segment,
    z.record(z.string(), Tree),
    z.tuple([z.string(), z.string()]).nullish(),
    z.enum(['refetch', 'inside-shared-layout', 'metadata-only']).nullish(),
    z.number().nullish(),
    z.string().optional(),
  ]),
)

function kindsOfParameter(): string[] {
  const intercepted = ['(..)(..)', '(.)', '(..)', '(...)']
  return ['c', 'oc', 'd', ...['ci', 'di'].flatMap((kind) => intercepted.map((from) => kind + from))]
}

export const FORMS: Record<string, (value: string) => boolean> = {
  rsc: (value) => value === '1',
  'next-router-prefetch': (value) => value === '1' || value === '2' || value === '3',
  'next-router-segment-prefetch': (value) => value.startsWith('/') && value.length <= 1024,
  'next-router-state-tree': isTree,
  'next-url': (value) => value.startsWith('/') && value.length <= 2048,
}

export function isTree(value: string): boolean {
  if (value.length > MOST_TREE) return false
  try {
    const tree: unknown = JSON.parse(decodeURIComponent(value))
    return depthOf(tree) <= MOST_DEPTH && Tree.safeParse(tree).success
  } catch {
    return false
  }
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return 1 + Math.max(0, ...Object.values(value).map(depthOf))
}

/** The first of them that cannot be; null: all can. */
export function malformedField(headers: IncomingHttpHeaders): string | null {
  for (const name in FORMS) {
    const value = headers[name]
    if (value !== undefined && !FORMS[name]!(String(value))) return name
  }
  return null
}

/** None of these is a client's to say. The policy: the framework takes the nonce of its scripts from it. */
const INTERNAL = new Set([
  'content-security-policy',
  'content-security-policy-report-only',
  'next-action',
  'next-resume',
  'next-test-fetch-priority',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-invocation-id',
  'x-matched-path',
  'x-next-intl-locale',
])
const INTERNAL_PREFIX = /^x-(?:action|invoke|middleware|nextjs|now|prerender|vercel)-/

/** @param action a lab of this server calls a Server Action */
export function dropInternalFields(
  headers: IncomingHttpHeaders,
  { development = false, action = false } = {},
): void {
  for (const name in headers) {
    if (action && name === 'next-action') continue
    if (INTERNAL.has(name) || INTERNAL_PREFIX.test(name)) delete headers[name]
  }
  if (!development) delete headers['next-hmr-refresh']
}

/** Longer than that of any browser. The framework looks for search engines in it with an expression that takes the square of its length. */
const MOST_USER_AGENT = 512

export function shortenUserAgent(headers: IncomingHttpHeaders): void {
  const given = headers['user-agent']
  if (given && given.length > MOST_USER_AGENT) headers['user-agent'] = given.slice(0, MOST_USER_AGENT)
}

/**
 * Files are sent whole: a range that cannot be satisfied would be a bare 500 of the framework's, and a server may ignore Range
 * (RFC 9110 section 14.2).
 */
export function dropRanges(headers: IncomingHttpHeaders): void {
  delete headers.range
  delete headers['if-range']
  delete headers['if-unmodified-since']
}
