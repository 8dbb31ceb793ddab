'use client'
// An act of a lesson, done as if the visitor had pressed it.
import { ownerAct } from '@/app/_desk/owner-act'
import { startRun } from '@/app/_labs/run/run'
import { useRun } from '@/app/_labs/run/run-state'
import { turn } from '@/app/_live/dials/asked'
import { isOk } from '@/app/_live/requests/http'
import { perform as performShared } from '@/app/_panel/scenario/run'
import type { LessonAct } from '@/lib/lessons/act'
import { addressOf } from '@/lib/scenario/acts'
import { STRATEGIES } from '@/lib/strategies/strategy'
import type { LessonGiven } from '../use-lesson'

/** @returns false: the server did not do it. What a shop refused is what a lesson may be about. */
export async function performAct(act: LessonAct, labs: LessonGiven['labs']): Promise<boolean> {
  switch (act.do) {
    case 'dial':
      await turn([{ strategy: act.lane, name: act.name, value: act.value }])
      return true
    case 'demote':
    case 'promote':
      return isOk(await ownerAct({ act: act.do, email: addressOf(act.user) }))
    case 'restart':
      return isOk(await ownerAct({ act: 'restart' }))
    case 'rotate-keys':
      return isOk(await ownerAct({ act: 'rotate-keys', strategy: act.lane, keepPrevious: act.keepPrevious }))
    case 'lab': {
      const lab = labs[act.lab]
      if (!lab) return false
      await startRun(lab.sheet, act.position, 'all')
      return useRun.getState().report?.state === 'done'
    }
    default:
      return (await performShared(act, STRATEGIES)) !== null
  }
}
