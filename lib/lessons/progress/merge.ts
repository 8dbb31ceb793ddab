/** Two who learned the same: another tab, or what was taken along from another browser. What is done in either stays done. */
import { type LessonProgress, NOT_BEGUN, type Progress, type StepRecord, type UnderWay } from './progress'

export function merge(mine: Progress, other: Progress): Progress {
  const ids = [...new Set([...Object.keys(mine), ...Object.keys(other)])].sort()
  return Object.fromEntries(ids.map((id) => [id, mergeOne(mine[id] ?? NOT_BEGUN, other[id] ?? NOT_BEGUN)]))
}

/** Who has begun once more has forgotten what was said before: it does not come back from another tab. */
function mergeOne(mine: LessonProgress, other: LessonProgress): LessonProgress {
  const done = mine.done || other.done
  const [rounds, theirRounds] = [mine.again ?? 0, other.again ?? 0]
  if (rounds !== theirRounds) return { ...(rounds > theirRounds ? mine : other), done }
  const steps = { ...other.steps }
  for (const [id, record] of Object.entries(mine.steps)) {
    const theirs = steps[id]
    steps[id] = theirs ? better(record, theirs) : record
  }
  // Of one that was done and is under way once more, both have been.
  const isBehind = done && !(rounds > 0 && mine.now && other.now)
  const isOpen = (now: UnderWay | null) => (now && !isBehind && !steps[now.step] ? now : null)
  return { steps, now: isOpen(mine.now) ?? isOpen(other.now), done, ...(rounds > 0 && { again: rounds }) }
}

/** Done is more than shown, shown more than skipped; of equals the one that has more to say, and of these mine. */
function better(mine: StepRecord, other: StepRecord): StepRecord {
  if (mine.how !== other.how) return RANK[mine.how] < RANK[other.how] ? mine : other
  return mine.pin || !other.pin ? mine : other
}

const RANK: Record<StepRecord['how'], number> = { done: 0, shown: 1, skipped: 2 }
