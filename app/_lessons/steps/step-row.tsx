import type { ReactNode } from 'react'
import { cx } from '@/app/_ui/cx'

const LOOKS = {
  done: 'border-t border-line py-2 text-ink-2',
  now: 'border-t-2 border-ink py-3',
  later: 'border-t border-line py-2 text-ink-3',
} as const

interface Props {
  look: keyof typeof LOOKS
  /** What kind of step it is. */
  kind: string
  children: ReactNode
}

/** A step: at the left what is asked of the reader, at the right what they said and did, or how to do it. */
export function StepRow({ look, kind, children }: Props) {
  return (
    <div
      aria-current={look === 'now' ? 'step' : undefined}
      className={cx(
        'grid min-w-0 grid-cols-[5.25rem_minmax(0,1fr)] text-14 leading-ui max-narrow:grid-cols-1 tablet:col-start-1',
        LOOKS[look],
      )}
    >
      <span className={cx('pt-0.5 pr-2 text-12', look === 'now' ? 'font-semibold text-ink' : 'text-ink-3')}>
        {kind}
      </span>
      <div className="min-w-0">{children}</div>
    </div>
  )
}
