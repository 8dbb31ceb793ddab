/**
 * How much one sandbox may ask for, and how many one visitor may have; what a network address may ask for is counted before (http/door).
 * Counted in memory and by the real clock. A limit slows down whoever reached it, and
 * those who share what it counts: a network address, or the name of a sandbox. There is no lockout. All figures are multiplied by RATE_LIMIT_SCALE.
 */
import { BurstyRateLimiter, RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import { clientAddress, isFromItself } from '@/lib/http/address'
import { env } from '@/lib/process/env'
import { perProcess } from '@/lib/process/once'
import { whose } from './whose'
import type { Sandbox } from './world/sandbox'

export interface TooMany {
  /** Whole seconds, at least 1. */
  retryAfter: number
}

interface Limiter {
  consume(key: string): Promise<RateLimiterRes>
}

export function createLimits(scale: number) {
  const steady = (keyPrefix: string, points: number, duration: number): RateLimiterMemory =>
    new RateLimiterMemory({ keyPrefix, points: Math.max(1, Math.round(points * scale)), duration })
  const bursty = (name: string, perSecond: number, burstInTenSeconds: number): Limiter =>
    new BurstyRateLimiter(steady(name, perSecond, 1), steady(`${name}+`, burstInTenSeconds, 10))
  return {
    /**
     * A minute; and in an hour two classes of 300 that begin in one each, or one with two browsers each. Beyond, memory and rows are
     * shared out (registry.ts, sweeper.ts): whoever makes many loses the own ones.
     */
    newSandboxes: new BurstyRateLimiter(steady('new', 60, 60), steady('new+', 540, 3600)) as Limiter,
    sandbox: bursty('sandbox', 30, 90),
    /** Of one sandbox, from other network addresses than its owner's: whoever only knows its name leaves half to the owner. */
    strangers: bursty('strangers', 15, 45),
    /** Each is some thirty requests of this server to itself. */
    labRuns: bursty('lab', 1, 6),
    /** Each is a request of this server to itself. */
    bench: bursty('bench', 10, 40),
    /** Each may cost a password hash, about a tenth of a second of one core; for that, addresses take turns (password.ts). */
    passwords: bursty('password', 5, 20),
  }
}

const limits = () => perProcess('limits', () => createLimits(env.RATE_LIMIT_SCALE))

const CHECKS_PASSWORD = /\/(sign-in|password)$/

export async function takeDataPlane(
  request: Request,
  { id: sandboxId, whose: owner }: Pick<Sandbox, 'id' | 'whose'>,
): Promise<TooMany | null> {
  if (isFromItself(request)) return null
  const { sandbox, strangers, passwords } = limits()
  const tooMany =
    (whose(request) === owner ? null : await take(strangers, sandboxId)) ?? (await take(sandbox, sandboxId))
  if (tooMany || request.method !== 'POST' || !CHECKS_PASSWORD.test(new URL(request.url).pathname))
    return tooMany
  return take(passwords, sandboxId)
}

export function takeLabRun(sandboxId: string): Promise<TooMany | null> {
  return take(limits().labRuns, sandboxId)
}

export function takeBench(sandboxId: string): Promise<TooMany | null> {
  return take(limits().bench, sandboxId)
}

export function takeNewSandbox(request: Request): Promise<TooMany | null> {
  return take(limits().newSandboxes, clientAddress(request))
}

export async function take(limiter: Limiter, key: string): Promise<TooMany | null> {
  try {
    await limiter.consume(key)
    return null
  } catch (refused) {
    if (!isRefusal(refused)) throw refused
    return { retryAfter: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) }
  }
}

/** By shape: each bundle has a class of its own, and the limiters are shared. */
function isRefusal(reason: unknown): reason is Pick<RateLimiterRes, 'msBeforeNext'> {
  return typeof (reason as RateLimiterRes | undefined)?.msBeforeNext === 'number'
}
