/**
 * Until when may an access token of these families be taken? The rows say when the last one that a refresh gave expires. A token
 * that slides renews itself past every row; what the witness has seen of it counts too, and what it cannot know is said as an
 * upper bound.
 */
import type { Desk } from '../../site/desk'
import { fieldOf } from '../../site/row-artifact'
import { DEVICES } from '../../strategy'
import { inCookie } from '../carrier'
import { createDeniedTokenStore, type DeniedId } from '../denied'
import { deniedUntil, REFRESH_LIFE } from '../lifetime'
import { familiesOf, type Whose } from './rows'

export interface AliveTokens {
  until: Date | null
  because: 'access_token_lives' | 'access_token_slides_capped' | 'access_token_slides' | null
}

/** Those of families that ended earlier count too: signing out does not call an access token back. */
export async function aliveTokens(desk: Desk, whose: Whose): Promise<AliveTokens> {
  const { now, dials, endOfSandbox } = desk
  const { tolerance, sliding } = dials.jwt
  const families = await familiesOf(desk.db(), desk.sandboxId, whose)
  const expiries = [...families.map(({ accessExpiresAt }) => accessExpiresAt), ...seenTokens(desk, whose)]
  const until = latest(expiries.map((end) => later(end, tolerance)))
  if (!until || sliding === 'off') return alive(until, now, 'access_token_lives')
  if (sliding === 'uncapped') return alive(endOfSandbox, now, 'access_token_slides')
  const cap = latest(families.map(({ createdAt }) => later(createdAt, REFRESH_LIFE + tolerance)))
  return alive(cap ?? until, now, 'access_token_slides_capped')
}

/** Puts them on the list: those of the rows, and those that were seen of families whose rows are gone. */
export async function denyTokens(desk: Desk, whose: Whose): Promise<void> {
  const rows = await familiesOf(desk.db(), desk.sandboxId, whose)
  const seen = heldTokens(desk, whose).flatMap((token) => fieldOf(token, 'sid') ?? [])
  const expiresAt = deniedUntil(desk.now)
  for (const sid of new Set([...rows.map(({ id }) => id), ...seen])) {
    const id: DeniedId = `sid:${sid}`
    await createDeniedTokenStore(desk.db(), desk.sandboxId).add(id, expiresAt)
    desk.learn({ type: 'denied-row', row: { id, expiresAt } })
  }
}

function heldTokens(desk: Desk, whose: Whose) {
  const [[claim, value]] = Object.entries(whose) as [[string, string]]
  const held = DEVICES.flatMap((device) => desk.held('jwt', device))
  return held.filter((artifact) => !artifact.ended && fieldOf(artifact, claim) === value)
}

/** What a browser sends as a cookie alone lets nobody in where the shop does not look at it. A copy in other hands can come in any way. */
const seenTokens = (desk: Desk, whose: Whose) =>
  heldTokens(desk, whose)
    .filter(({ place }) => place !== 'cookie' || inCookie(desk))
    .flatMap(({ expiresAt }) => (expiresAt ? new Date(expiresAt) : []))

const alive = (until: Date | null, now: Date, because: AliveTokens['because']): AliveTokens =>
  until && until > now ? { until, because } : { until: null, because: null }

const latest = (dates: Date[]) => dates.toSorted((a, b) => a.getTime() - b.getTime()).at(-1) ?? null
const later = (date: Date, seconds: number) => new Date(date.getTime() + seconds * 1000)
