/**
 * Until when may an access token of these families be taken? The rows say when the last one that a refresh gave expires. A token
 * that slides renews itself past every row; what the witness has seen of it counts too, and what it cannot know is said as an
 * upper bound.
 */
import { db } from '@/lib/db/client'
import { createDeniedTokenStore, type DeniedId } from '@/lib/strategies/jwt/denied'
import { deniedUntil } from '@/lib/strategies/jwt/lifetime'
import { familiesOf, type Whose } from '@/lib/strategies/jwt/site/rows'
import { REFRESH_LIFE } from '@/lib/strategies/lifetimes'
import { fieldOf } from '@/lib/strategies/site/row-artifact'
import { DEVICES } from '@/lib/strategies/strategy'
import { applyFinding } from '@/lib/trace/ledger/apply-finding'
import type { Timeline } from '@/lib/trace/publish/timeline'
import type { OwnedSandbox } from './sandbox'

export interface AliveTokens {
  until: Date | null
  because: 'access_token_lives' | 'access_token_slides_capped' | 'access_token_slides' | null
}

/** Those of families that ended earlier count too: signing out does not call an access token back. */
export async function aliveTokens(
  sandbox: OwnedSandbox,
  timeline: Timeline,
  whose: Whose,
): Promise<AliveTokens> {
  const now = sandbox.clock.now()
  const { tolerance, sliding } = sandbox.dials.jwt
  const families = await familiesOf(db(), sandbox.id, whose)
  const expiries = [...families.map(({ accessExpiresAt }) => accessExpiresAt), ...seenTokens(timeline, whose)]
  const until = latest(expiries.map((end) => later(end, tolerance)))
  if (!until || sliding === 'off') return alive(until, now, 'access_token_lives')
  if (sliding === 'uncapped') return alive(endOfSandbox(sandbox), now, 'access_token_slides')
  const cap = latest(families.map(({ createdAt }) => later(createdAt, REFRESH_LIFE + tolerance)))
  return alive(cap ?? until, now, 'access_token_slides_capped')
}

/** Puts them on the list: those of the rows, and those that were seen of families whose rows are gone. */
export async function denyTokens(sandbox: OwnedSandbox, timeline: Timeline, whose: Whose): Promise<void> {
  const rows = await familiesOf(db(), sandbox.id, whose)
  const seen = heldTokens(timeline, whose).flatMap((token) => fieldOf(token, 'sid') ?? [])
  const expiresAt = deniedUntil(sandbox.clock.now())
  for (const sid of new Set([...rows.map(({ id }) => id), ...seen])) {
    const id: DeniedId = `sid:${sid}`
    await createDeniedTokenStore(db(), sandbox.id).add(id, expiresAt)
    applyFinding(timeline.ledger, { type: 'denied-row', row: { id, expiresAt } })
  }
}

function heldTokens({ ledger }: Timeline, whose: Whose) {
  const [[claim, value]] = Object.entries(whose) as [[string, string]]
  const held = DEVICES.flatMap((device) => ledger.held('jwt', device))
  return held.filter((artifact) => !artifact.ended && fieldOf(artifact, claim) === value)
}

const seenTokens = (timeline: Timeline, whose: Whose) =>
  heldTokens(timeline, whose).flatMap(({ expiresAt }) => (expiresAt ? new Date(expiresAt) : []))

const alive = (until: Date | null, now: Date, because: AliveTokens['because']): AliveTokens =>
  until && until > now ? { until, because } : { until: null, because: null }

/** By the sandbox clock: past it there is nobody left to ask. */
const endOfSandbox = ({ expiresAt, clock }: OwnedSandbox) => later(expiresAt, clock.offsetSeconds)

const latest = (dates: Date[]) => dates.toSorted((a, b) => a.getTime() - b.getTime()).at(-1) ?? null
const later = (date: Date, seconds: number) => new Date(date.getTime() + seconds * 1000)
