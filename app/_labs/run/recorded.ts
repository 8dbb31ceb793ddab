'use client'
// The newest recorded run of a position: something to look at for whoever waits in line. It is kept apart from the visitor's own results.
import { create } from 'zustand'
import { control } from '@/app/_live/requests/control'
import { isOk } from '@/app/_live/requests/http'
import type { RecordedRun } from '@/lib/labs/run/recorded-runs'

export const useRecorded = create<{ recorded: RecordedRun | null; none: boolean }>()(() => ({
  recorded: null,
  none: false,
}))

export async function openRecorded(slug: string, position: string): Promise<void> {
  const path = `/labs/${slug}/recorded?position=${encodeURIComponent(position)}`
  const answer = await control<RecordedRun>('GET', path)
  useRecorded.setState(
    isOk(answer) && answer.body ? { recorded: answer.body, none: false } : { recorded: null, none: true },
  )
}
