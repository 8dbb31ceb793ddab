'use client'
// One line of a thing in a store, with its sign and its word.
import type { ReactNode } from 'react'
import { cx } from '@/app/_ui/cx'
import { useText } from '@/lib/i18n/client'
import type { Mark } from '@/lib/reading/stored/diff'

interface PairProps<T> {
  mark: Mark
  before: T | null
  after: T | null
  draw(item: T, when: 'before' | 'after'): ReactNode
}

/** Changed: the old line struck, the new one beneath, "was" and "now". */
export function Pair<T>({ mark, before, after, draw }: PairProps<T>) {
  const changed = mark === 'changed'
  return (
    <>
      {before !== null && (mark === 'removed' || changed) && (
        <StoredLine mark="removed" word={changed ? 'was' : 'removed'}>
          {draw(before, 'before')}
        </StoredLine>
      )}
      {after !== null && (
        <StoredLine mark={changed ? 'added' : mark} word={changed ? 'now' : 'added'}>
          {draw(after, 'after')}
        </StoredLine>
      )}
    </>
  )
}

const SIGNS = { added: '+', removed: '−', same: '', changed: '' } as const
const PLAIN = 'pl-2 text-ink-2'
const LOOKS = {
  added: 'border-l-3 border-ink bg-mark-1 pl-1.25 font-semibold text-ink',
  removed: 'pl-2 text-ink-3',
  same: PLAIN,
  changed: PLAIN,
} as const

interface LineProps {
  mark: Mark
  /** What became of the line; absent: as the mark says. */
  word?: 'added' | 'removed' | 'was' | 'now'
  children: ReactNode
}

export function StoredLine({ mark, word, children }: LineProps) {
  const t = useText('inspector')
  const said = SIGNS[mark] ? t(`stored.mark.${word ?? mark}`) : null
  return (
    <li
      className={cx(
        'grid grid-cols-[1rem_minmax(0,1fr)] py-px pr-3 font-mono text-wire leading-wire',
        LOOKS[mark],
      )}
    >
      <span className="text-ink-3" aria-hidden="true">
        {SIGNS[mark]}
      </span>
      <div className="wrap-anywhere">
        {said && <span className="font-sans text-12 font-semibold text-ink-2">{`${said} `}</span>}
        {mark === 'removed' ? <s>{children}</s> : children}
      </div>
    </li>
  )
}

/** A sentence among the lines. */
export const SaidLine = ({ children }: { children: ReactNode }) => (
  <li className="py-px pr-3 pl-6 text-12 text-ink-3">{children}</li>
)

export const Name = ({ children }: { children: ReactNode }) => (
  <span className="font-normal text-ink-3">{children}</span>
)

/** In what form, until when: beside what it is about. */
export const Aside = ({ children }: { children: ReactNode }) => (
  <span className="font-sans text-12 font-normal text-ink-3">{children}</span>
)
