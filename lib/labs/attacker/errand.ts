/** What a page of the attacker's site is sent to do, and the code that lets it do that once. */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { isElsewhere, ofThisCell } from '@/lib/process/cell'
import { perProcess } from '@/lib/process/once'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'

/**
 * `fetch`: script asks with JSON. `frame`, `form`: an HTML form, in a frame or as the whole window. `link`: a link. `bench`, `overflow`:
 * experiments with cookies of the attacker's own host. `front`: no attack, but the front end of the shop on another origin.
 */
export const ERRANDS = ['fetch', 'frame', 'form', 'link', 'bench', 'overflow', 'front'] as const
export type ErrandKind = (typeof ERRANDS)[number]

export const FRONT_SITES = ['same-site', 'cross-site'] as const

/** As in fetch. */
export const CREDENTIALS = ['omit', 'same-origin', 'include'] as const

export const NewErrand = z.strictObject({
  kind: z.enum(ERRANDS),
  lane: z.enum(STRATEGIES),
  /** Of a front end, and its mode of fetch. */
  site: z.enum(FRONT_SITES).default('cross-site'),
  credentials: z.enum(CREDENTIALS).default('include'),
})

/** As the attacker's page is told. */
export interface Errand {
  kind: ErrandKind
  /** For what the page does next on its own site: cookies, and its report. */
  ticket: string
  /** Where the shop answers for the laptop: given to the attacker, who would have to know it. */
  laptop: string
  /** Of a front end: how it asks, and as whom it signs in. */
  front?: FrontAsk
}

export interface FrontAsk {
  credentials: (typeof CREDENTIALS)[number]
  email: string
  password: string
}

/** What the page has seen, by name. */
export const Report = z
  .record(z.string().max(40), z.union([z.string().max(200), z.number(), z.boolean()]))
  .refine((report) => Object.keys(report).length <= 20)
  // Kept for as long as the run: the longest there is takes a tenth of this.
  .refine((report) => JSON.stringify(report).length <= 4000)
export type Report = z.infer<typeof Report>

interface Kept {
  code: string
  errand: Errand
  run: string
  /** Milliseconds since the epoch. */
  until: number
  redeemed: boolean
  report: Report | null
}

/** Milliseconds: from the code to the report. */
const LIFE = 3 * 60 * 1000
/** A lab has five in each lane. A sandbox has one run at a time, and there are only so many runs (runs.ts). */
const OF_ONE_RUN = 30

const kept = () =>
  perProcess('attacker-errands', () => ({
    byCode: new Map<string, Kept>(),
    byTicket: new Map<string, Kept>(),
    /** Oldest first. */
    byRun: new Map<string, Kept[]>(),
  }))

const secret = () => ofThisCell(randomBytes(16).toString('base64url'))
const SECRET_LENGTH = 22

/** A code or a ticket that another cell has given. */
export const isOfAnotherCell = (secret: string): boolean => isElsewhere(secret, SECRET_LENGTH)

/** @returns the code. 128 random bits behind the name of the cell; good once, for three minutes */
export function newErrand(
  run: string,
  of: { kind: ErrandKind; lane: StrategyName; laptop: string; front?: FrontAsk },
): string {
  const { byCode, byTicket, byRun } = kept()
  const { kind, laptop, front } = of
  const errand = { kind, laptop, ticket: secret(), ...(front && { front }) }
  const fresh = { code: secret(), errand, run, until: Date.now() + LIFE, redeemed: false, report: null }
  const own = [...(byRun.get(run) ?? []), fresh]
  for (const old of own.splice(0, Math.max(0, own.length - OF_ONE_RUN))) drop(old)
  byRun.set(run, own)
  byCode.set(fresh.code, fresh)
  byTicket.set(errand.ticket, fresh)
  return fresh.code
}

/** With the run that sent them. */
export function forgetErrands(run: string): void {
  for (const errand of kept().byRun.get(run) ?? []) drop(errand)
  kept().byRun.delete(run)
}

function drop({ code, errand }: Kept): void {
  kept().byCode.delete(code)
  kept().byTicket.delete(errand.ticket)
}

/** null: no such code, or it has been used. */
export function redeem(code: string): Errand | null {
  const found = alive(kept().byCode.get(code))
  if (!found || found.redeemed) return null
  found.redeemed = true
  return found.errand
}

/** Does this ticket belong to an errand that is on its way? */
export const isOnErrand = (ticket: string): boolean => byTicket(ticket) !== null

/** false: there is no such errand, or it has reported. */
export function takeReport(ticket: string, report: Report): boolean {
  const found = byTicket(ticket)
  if (!found || found.report) return false
  found.report = report
  return true
}

/** undefined: this run has no such errand. null: nothing reported yet. */
export function reportOf(run: string, code: string): Report | null | undefined {
  const found = alive(kept().byCode.get(code))
  return found?.run === run ? found.report : undefined
}

const byTicket = (ticket: string) => alive(kept().byTicket.get(ticket))

const alive = (found: Kept | undefined) => (found && found.until >= Date.now() ? found : null)
