'use client' // opens and closes
import { buttonClass } from '@/app/_ui/button'
import { cx } from '@/app/_ui/cx'
import { Mark, type MarkOf } from '@/app/_ui/mark'
import { useText } from '@/lib/i18n/client'

const MARKS: readonly MarkOf[] = ['let-in', 'refused', 'stored', 'exposed', 'held']

/** What the five marks mean, wherever they stand on this site. */
export function MarkKey() {
  const t = useText('evidence')
  return (
    <>
      <button
        type="button"
        popoverTarget="mark-key"
        className={cx(buttonClass({ look: 'quiet', size: 'sm' }), 'max-tablet:hidden')}
      >
        {t('marks.title')}
      </button>
      <div
        id="mark-key"
        popover="auto"
        className="m-auto rounded-2 border border-line-strong bg-surface p-4 text-13 text-ink shadow-2"
      >
        <p className="font-semibold">{t('marks.title')}</p>
        <dl className="mt-2 grid gap-1.5">
          {MARKS.map((of) => (
            <div key={of} className="flex items-center gap-2">
              <dt className="flex items-center gap-2 font-semibold">
                <Mark of={of} />
                <span>{t(`marks.${of}.name`)}</span>
              </dt>
              <dd className="text-ink-2">{t(`marks.${of}.text`)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </>
  )
}
