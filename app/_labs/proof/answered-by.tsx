'use client'
// In the proof of an exchange and in the list of what was sent, which are drawn on a click.
import { useText } from '@/lib/i18n/client'

/** Whose answer it is, where it is not this shop's. */
export function AnsweredBy({ who }: { who: string }) {
  const t = useText('labs')
  return (
    <span className="text-12 text-ink-3">
      <span>{`${t('proof.answered-by')} `}</span>
      <span lang="en" translate="no">
        {who}
      </span>
    </span>
  )
}
