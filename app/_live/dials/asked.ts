'use client'
// What was asked of the dials and is not answered yet, and what the server refused.
import { create } from 'zustand'
import { isOk } from '../requests/http'
import type { DialTurn } from './dial-list'
import { type DialPatch, turnDials } from './dials'

interface Asked {
  /** Shown as turned until the server has answered. */
  turns: readonly DialTurn[]
  /** `status` 0: no answer came. */
  refused: { status: number; code: string } | null
}

export const useAsked = create<Asked>()(() => ({ turns: [], refused: null }))

export async function turn(turns: readonly DialTurn[]): Promise<void> {
  useAsked.setState((asked) => ({ turns: [...asked.turns, ...turns] }))
  await ask(changeOf(turns))
  useAsked.setState((asked) => ({ turns: asked.turns.filter((one) => !turns.includes(one)) }))
}

/** Always works, whatever the dials have done to the sign-ins. */
export const backToDefaults = (): Promise<void> => ask({ reset: true })

async function ask(change: DialPatch | { reset: true }): Promise<void> {
  const answer = await turnDials(change)
  const { status, code } = answer
  useAsked.setState({ refused: isOk(answer) ? null : { status, code: code ?? '' } })
}

function changeOf(turns: readonly DialTurn[]): DialPatch {
  const change: DialPatch = {}
  for (const { strategy, name, value } of turns) change[strategy] = { ...change[strategy], [name]: value }
  return change
}
