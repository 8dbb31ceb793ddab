/** Two who learned the same: another tab, or what was taken along from another browser. What is done in either stays done. */
import { type LessonProgress, NOT_BEGUN, type Progress, type StepRecord, type UnderWay } from './progress'

export function merge(mine: Progress, other: Progress): Progress {
  const ids = [...new Set([...Object.keys(mine), ...Object.keys(other)])].sort()
  return Object.fromEntries(ids.map((id) => [id, mergeOne(mine[id] ?? NOT_BEGUN, other[id] ?? NOT_BEGUN)]))
}

function mergeOne(mine: LessonProgress, other: LessonProgress): LessonProgress {
  const steps = { ...other.steps }
  for (const [id, record] of Object.entries(mine.steps)) {
    const theirs = steps[id]
    steps[id] = theirs ? better(record, theirs) : record
  }
  const done = mine.done || other.done
  const isOpen = (now: UnderWay | null) => (now && !done && !steps[now.step] ? now : null)
  return { steps, now: isOpen(mine.now) ?? isOpen(other.now), done }
}

/** Done is more than shown, shown more than skipped; of equals the one that has more to say, and of these mine. */
function better(mine: StepRecord, other: StepRecord): StepRecord {
  if (mine.how !== other.how) return RANK[mine.how] < RANK[other.how] ? mine : other
  return mine.pin || !other.pin ? mine : other
}

const RANK: Record<StepRecord['how'], number> = { done: 0, shown: 1, skipped: 2 }
