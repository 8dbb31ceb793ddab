'use client' // a press that can do nothing is answered
import { type ComponentProps, useId } from 'react'
import { sayOnly } from '@/app/_live/state/told'
import { useChosen } from '@/app/_live/state/use-lane'
import { useSandboxOpen } from '@/app/_live/state/use-open'
import { buttonClass } from '@/app/_ui/button'
import { cx } from '@/app/_ui/cx'
import { useText } from '@/lib/i18n/client'

type Look = Pick<NonNullable<Parameters<typeof buttonClass>[0]>, 'look' | 'size'>

interface Props extends Omit<ComponentProps<'button'>, 'disabled' | 'aria-describedby'>, Look {
  /** Why it cannot be pressed now; null: it can. */
  why: string | null
  /** What it does, where the name does not say it. */
  does?: string
}

/** An act. Where it cannot be done it can still be found, says why, and a press of it is answered in the line of what just happened. */
export function ActButton({ why, does, look, size, className, onClick, ...rest }: Props) {
  const id = useId()
  const told = why ?? does
  return (
    <>
      <button
        type="button"
        aria-disabled={why !== null || undefined}
        aria-describedby={told ? id : undefined}
        className={cx(buttonClass({ look, size, off: why !== null }), className)}
        onClick={why === null ? onClick : () => sayOnly(why.replace(/\.$/, ''))}
        {...rest}
      />
      {told && (
        <span id={id} hidden>
          {told}
        </span>
      )}
    </>
  )
}

/** Why nothing can be sent at all; null: it can. */
export function useWhyOff(): string | null {
  const t = useText('told')
  const open = useSandboxOpen()
  const { live, step } = useChosen()
  if (!open) return t('off.starting')
  return live ? null : t('off.past', { n: (step?.index ?? 0) + 1 })
}
