'use client' // moves focus with the arrow keys

import type { KeyboardEvent, ReactNode } from 'react'
import { cx } from './cx'
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
  /** Absent: the style of the one who asks counts. */
  look?: keyof typeof LOOKS
  className?: string
  /** Ids are `{name}-tab-{id}` and `{name}-panel-{id}`. */
  name: string
}

/** With a contrast theme of the system a border that is not seen would be: it takes the colour of the ground. */
const LINE =
  'border-b-2 border-transparent aria-selected:border-ink forced-colors:border-[Canvas] forced-colors:aria-selected:border-[Highlight] focus-visible:-outline-offset-2'

const LOOKS = {
  /** One line of words over a panel. */
  views: {
    list: 'flex gap-0.5 text-13 max-tablet:w-full',
    tab: `${LINE} h-9 px-2.75 text-ink-2 hover:text-ink aria-selected:font-semibold aria-selected:text-ink max-tablet:h-10 max-tablet:flex-1 max-tablet:px-0`,
  },
  /** One lane each, on a phone: equal shares, in the lane's ink. */
  lanes: {
    list: 'grid grid-flow-col auto-cols-fr bg-paper font-mono text-14',
    tab: `${LINE} flex h-11 items-center justify-center gap-1.5 font-semibold text-lane aria-selected:border-lane aria-selected:bg-surface`,
  },
} as const

const STEPS: Record<string, (at: number, of: number) => number> = {
  ArrowRight: (at, of) => (at + 1) % of,
  ArrowLeft: (at, of) => (at + of - 1) % of,
  Home: () => 0,
  End: (_, of) => of - 1,
}

/** Tabs as the ARIA Authoring Practices describe them; choosing follows focus. */
export function Tabs<Id extends string>(props: Props<Id>) {
  const { tabs, chosen, choose, label, look, className, name } = props
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
    <div
      role="tablist"
      aria-label={label}
      className={cx(look && LOOKS[look].list, className)}
      onKeyDown={move}
    >
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`${name}-tab-${tab.id}`}
          // The panels of the others are not there.
          aria-controls={tab.id === chosen ? `${name}-panel-${tab.id}` : undefined}
          aria-selected={tab.id === chosen}
          tabIndex={tab.id === chosen ? 0 : -1}
          className={cx(look && LOOKS[look].tab, tab.className)}
          onClick={() => choose(tab.id)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  )
}
