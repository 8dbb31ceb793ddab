'use client' // moves focus with the arrow keys

import type { KeyboardEvent, ReactNode } from 'react'
import { plainKey } from './plain-key'

export interface Tab<Id extends string> {
  id: Id
  label: ReactNode
  className?: string
}

interface Props<Id extends string> {
  tabs: readonly Tab<Id>[]
  chosen: Id
  choose: (id: Id) => void
  label: string
  className: string
  /** Ids are `{name}-tab-{id}` and `{name}-panel-{id}`. */
  name: string
}

const STEPS: Record<string, (at: number, of: number) => number> = {
  ArrowRight: (at, of) => (at + 1) % of,
  ArrowLeft: (at, of) => (at + of - 1) % of,
  Home: () => 0,
  End: (_, of) => of - 1,
}

/** Tabs as the ARIA Authoring Practices describe them; choosing follows focus. */
export function Tabs<Id extends string>({ tabs, chosen, choose, label, className, name }: Props<Id>) {
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = STEPS[plainKey(event) ?? '']
    if (!step) return
    event.preventDefault()
    const next =
      tabs[
        step(
          tabs.findIndex(({ id }) => id === chosen),
          tabs.length,
        )
      ]!
    choose(next.id)
    document.getElementById(`${name}-tab-${next.id}`)?.focus()
  }
  return (
    <div role="tablist" aria-label={label} className={className} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`${name}-tab-${tab.id}`}
          aria-controls={`${name}-panel-${tab.id}`}
          aria-selected={tab.id === chosen}
          tabIndex={tab.id === chosen ? 0 : -1}
          className={tab.className}
          onClick={() => choose(tab.id)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  )
}
