import type { ReactNode } from 'react'
import { cx } from '@/app/_ui/cx'
import { Icon } from '@/app/_ui/icon'

export interface ChoiceRow {
  id: string
  label: ReactNode
  /** It was said and was not it: struck, and why. */
  not?: string
}

interface Props {
  name: string
  /** Id of the heading that asks. */
  labelledBy: string
  choices: readonly ChoiceRow[]
  chosen: string | null
  choose(id: string): void
}

/** Real radio buttons, one below the other: a choice may be a sentence. */
export function Choices({ name, labelledBy, choices, chosen, choose }: Props) {
  return (
    <div role="radiogroup" aria-labelledby={labelledBy} className="grid gap-1.5">
      {choices.map(({ id, label, not }) => (
        <label
          key={id}
          className={cx(
            'flex min-h-8.5 items-center gap-2 rounded-2 border bg-surface px-2.5 py-1 text-14 leading-ui has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus max-tablet:min-h-10',
            id === chosen
              ? 'border-ink font-semibold inset-ring inset-ring-ink forced-colors:border-[Highlight]'
              : 'border-line-strong hover:border-ink',
          )}
        >
          <input
            type="radio"
            name={name}
            value={id}
            checked={id === chosen}
            onChange={() => choose(id)}
            className="size-3.5 flex-none accent-ink outline-none"
          />
          <span className={not ? 'text-ink-2 line-through' : undefined}>{label}</span>
          {not && (
            <span className="ml-auto flex items-center gap-1 text-12 font-normal text-ink-2">
              <Icon name="cross" className="size-3 stroke-2" />
              <span>{not}</span>
            </span>
          )}
        </label>
      ))}
    </div>
  )
}
