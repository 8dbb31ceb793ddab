/** What a lane's result says: one title, one sentence, as keys of a catalogue. Pure. */

import type { Exchange } from '@/lib/trace/model/exchange'
import { countdown, duration, timeLeft } from '../format'
import type { DeskAct } from './desk-act'
import { accepted } from './sign-in-line'
import { isAfter } from './steps-of'
import type { SignOutVerdict } from './verdict'

export interface LaneResult {
  /** null: nothing was sent. 0: no answer came. */
  status: number | null
  kind: 'none' | 'in' | 'refused' | 'failed'
  title: string
  text: string
  /** Where `text` is: what the shop has done is said in its own words. Titles are all in `compare`. */
  catalogue: 'compare' | 'shop'
  values: Record<string, string | number>
}

export interface ResultQuestion {
  exchange: Exchange | undefined
  verdict: SignOutVerdict
  act: DeskAct | null
  /** A renewal was refused on this lane and device after the desk act. */
  renewalRefused: boolean
  /** Of the reader: times in sentences. */
  locale: string
}

export function resultOf({ exchange, verdict, act, renewalRefused, locale }: ResultQuestion): LaneResult {
  const catalogue = 'compare'
  if (!exchange)
    return { status: null, kind: 'none', title: 'none', text: 'none-text', catalogue, values: {} }
  const status = exchange.response?.status ?? 0
  const told =
    act && !isStranger(exchange, act) ? deskResult(exchange, verdict, renewalRefused, locale) : null
  return { status, kind: kindOf(status), catalogue, ...(told ?? plainResult(exchange, status)) }
}

/** Sent, and nothing came back: there is no exchange to tell of. */
export const NO_ANSWER: LaneResult = {
  status: 0,
  kind: 'failed',
  title: 'failed',
  text: 'unanswered',
  catalogue: 'compare',
  values: {},
}

/**
 * Came with no credential and was let in as a guest: a page that was loaded anew has no access token any more. What the
 * desk could not take back may live on, but nobody is signed in here.
 */
const isStranger = (exchange: Exchange, act: DeskAct) =>
  isAfter(exchange, act) && exchange.credential.status === 'absent' && accepted(exchange)

type Told = Pick<LaneResult, 'title' | 'text' | 'values'> & Partial<Pick<LaneResult, 'catalogue'>>

function deskResult(
  exchange: Exchange,
  verdict: SignOutVerdict,
  renewalRefused: boolean,
  locale: string,
): Told | null {
  const after = spoken(verdict.refusedAfterSandboxSeconds ?? 0, locale)
  const left = timeLeft(verdict.remainingSeconds ?? 0, locale)
  const told = (title: string, text: string): Told => ({
    title: `desk.${title}`,
    text: `desk.${text}`,
    values: { after, left },
  })
  if (verdict.kind === 'none' || verdict.kind === 'lost') return null
  if (verdict.kind === 'never' || verdict.kind === 'in') {
    if (isRefusedRenewal(exchange))
      return told('renewal', verdict.remainingSeconds ? 'renewal-text' : 'still-jwt-refresh')
    const renewal = exchange.strategy === 'jwt' && renewalRefused ? '-refresh' : ''
    return told('still', `still-${exchange.strategy}${renewal}`)
  }
  if (verdict.kind === 'at-once')
    return verdict.exchangeId ? told('at-once', 'at-once-text') : told('pending', 'pending-text')
  if (!verdict.reached) return told('was-own', 'was-own-text')
  return told('was', isTurned(verdict) ? 'was-text-turned' : 'was-text')
}

/** What was refused is the refresh token; the access token lives on. */
const isRefusedRenewal = ({ action, response }: Exchange) => action === 'refresh' && response?.status === 401

/** The clock was turned between: the wait by the wall was another. */
function isTurned({ refusedAfterSeconds, refusedAfterSandboxSeconds }: SignOutVerdict): boolean {
  return Math.abs((refusedAfterSeconds ?? 0) - (refusedAfterSandboxSeconds ?? 0)) > 2
}

function plainResult(exchange: Exchange, status: number): Told {
  const values = { email: exchange.credential.email ?? '' }
  if (status === 0) return { title: 'failed', text: 'problem.other', values }
  if (status >= 400)
    return {
      title: status === 401 ? 'refused' : 'not-done',
      text: `problem.${exchange.problem ?? 'other'}`,
      values,
    }
  const text = `done.${exchange.action.replace('.', '-')}`
  return { title: 'in', text, catalogue: 'shop', values }
}

function kindOf(status: number): LaneResult['kind'] {
  if (status === 0 || status >= 500) return 'failed'
  return status >= 400 ? 'refused' : 'in'
}

/** "40 ms" below a second, "4 s" below a minute, "12:33" above; in Korean "0.04초", "4초", "12분 33초". */
export function spoken(seconds: number, locale: string): string {
  if (locale === 'ko') return seconds < 60 ? `${rounded(seconds)}초` : duration(seconds, locale)
  if (seconds < 1) return `${Math.round(seconds * 1000)}\u00a0ms`
  return seconds >= 60 ? countdown(seconds) : `${rounded(seconds)}\u00a0s`
}

/** To hundredths below a second, to tenths below ten. */
function rounded(seconds: number): number {
  const digits = seconds < 1 ? 100 : seconds < 10 ? 10 : 1
  return Math.round(seconds * digits) / digits
}
