/** The sentence of what just happened: one for the whole page, and it outlives the page (app/_notices/told.tsx). */
import { create } from 'zustand'
import type { Told } from '@/lib/reading/told/scene'

interface ToldState {
  /** null: nothing has happened yet. */
  told: Told | null
  /** Counts the messages: the same words twice are two. */
  n: number
}

export const useTold = create<ToldState>()(() => ({ told: null, n: 0 }))

export function say(told: Told): void {
  useTold.setState(({ n }) => ({ told, n: n + 1 }))
}

/** What has only words: nothing of the sandbox happened. */
export function sayOnly(cause: string, lanes = '', sign: Told['sign'] = 'browser'): void {
  say({ sign, cause, lanes, at: null })
}

export function forgetTold(): void {
  useTold.setState({ told: null })
}
