import type { ReactNode } from 'react'
import { cx } from './cx'

interface Segment<Id extends string> {
  id: Id
  label: ReactNode
  /** Cannot be chosen now; it looks so and does nothing. */
  off?: boolean
}

interface Props<Id extends string> {
  /** Of the group of radio buttons. */
  name: string
  /** Neither this nor `labelledBy`: a fieldset around it has the name. */
  label?: string
  labelledBy?: string
  segments: readonly Segment<Id>[]
  chosen: Id | null
  choose: (id: Id) => void
  /** None can be chosen now. Say why beside it. */
  off?: boolean
  /** As wide as its place; long labels take two lines. */
  wide?: boolean
  describedBy?: string
  className?: string
}

/** One of a few: real radio buttons, drawn as segments. */
export function Segments<Id extends string>(props: Props<Id>) {
  const { name, label, labelledBy, segments, chosen, choose, off: allOff, wide, className } = props
  const named = (label || labelledBy) && {
    role: 'radiogroup',
    'aria-label': label,
    'aria-labelledby': labelledBy,
  }
  return (
    <div
      {...named}
      className={cx(
        'min-h-7.5 overflow-hidden rounded-2 border border-line-strong bg-surface text-13 max-tablet:min-h-10',
        wide ? 'flex' : 'inline-flex',
        className,
      )}
    >
      {segments.map(({ id, label: text, off }) => (
        <label
          key={id}
          className={cx(
            'flex items-center gap-1.5 border-line not-first:border-l has-checked:bg-mark-2 has-checked:font-semibold has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-focus forced-colors:has-checked:bg-[Highlight] forced-colors:has-checked:text-[HighlightText]',
            wide
              ? 'flex-auto justify-center px-1.5 py-0.5 text-center leading-tight'
              : 'px-2.5 whitespace-nowrap',
            allOff ? 'text-ink-3' : off ? 'text-ink-3 line-through' : 'text-ink-2',
          )}
        >
          <input
            type="radio"
            className="sr-only"
            name={name}
            value={id}
            aria-disabled={off || allOff || undefined}
            aria-describedby={props.describedBy}
            checked={id === chosen}
            onChange={() => !off && !allOff && choose(id)}
          />
          <span className="flex items-center gap-1.5">{text}</span>
        </label>
      ))}
    </div>
  )
}
