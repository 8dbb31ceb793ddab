'use client'
// Fetches on a click what the panel was not given: the unmasked exchange, kept only as long as it is on screen.
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { type FetchFailure, fetchWhole } from '@/app/_live/requests/fetch-whole'
import type { StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'

export interface RevealState {
  lane: StrategyName
  /** The exchange with its real values; null until something is revealed. */
  whole: Exchange | null
  /** Why there is no whole one; null: it was not asked for, or it is there. */
  failed: FetchFailure | null
  everything: boolean
  isShown(key: string): boolean
  /** Asked for by itself, whatever else is revealed. */
  isOpen(key: string): boolean
  toggle(key: string): void
  toggleEverything(): void
}

const RevealContext = createContext<{ id: string; reveal: RevealState } | null>(null)

interface ScopeProps {
  exchange: Exchange
  /** Where the server keeps it; the visitor's own timeline unless said. */
  list?: string
  children: ReactNode
}

/** Parts below share what was revealed of one exchange. Inside another scope of the same exchange it does nothing. */
export function RevealScope({ exchange, list, children }: ScopeProps) {
  const outer = useContext(RevealContext)
  if (outer?.id === exchange.id) return children
  return (
    <Scope key={exchange.id} id={exchange.id} lane={exchange.strategy} list={list}>
      {children}
    </Scope>
  )
}

type InScope = Pick<ScopeProps, 'list' | 'children'> & { id: string; lane: StrategyName }

function Scope({ id, lane, list, children }: InScope) {
  const [whole, setWhole] = useState<Exchange | null>(null)
  const [failed, setFailed] = useState<FetchFailure | null>(null)
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set())
  const value = useMemo(() => {
    const load = async () => {
      if (whole) return
      const found = await fetchWhole(id, list)
      const isThere = typeof found === 'object'
      setWhole(isThere ? found : null)
      setFailed(isThere ? null : found)
    }
    const toggle = (key: string) => {
      setShown((before) => (before.has(key) ? without(before, key) : new Set([...before, key])))
      void load()
    }
    const everything = shown.has(EVERYTHING)
    const isOpen = (key: string) => whole !== null && shown.has(key)
    const isShown = (key: string) => isOpen(key) || (whole !== null && everything)
    return {
      id,
      reveal: {
        lane,
        whole,
        failed,
        everything,
        isShown,
        isOpen,
        toggle,
        toggleEverything: () => toggle(EVERYTHING),
      },
    }
  }, [id, lane, list, whole, failed, shown])
  return <RevealContext value={value}>{children}</RevealContext>
}

const EVERYTHING = '*'
const without = (set: ReadonlySet<string>, key: string) => new Set([...set].filter((one) => one !== key))

export function useReveal(): RevealState {
  const found = useContext(RevealContext)
  if (!found) throw new Error('useReveal needs a RevealScope above it')
  return found.reveal
}
