'use client'
import { useText } from '@/lib/i18n/client'

const LINES = ['requests', 'traffic', 'statements', 'refreshes', 'touches', 'rows', 'processor'] as const
const LIMITS = ['lives', 'sign-ins', 'bodies', 'peaks', 'purge', 'machine'] as const

/** How it is worked out, and what it does not know. */
export function Formula() {
  const t = useText('load')
  return (
    <div className="grid gap-x-8 gap-y-3 tablet:grid-cols-2">
      <div>
        <h3 className="text-14">{t('formula.title')}</h3>
        <ul className="grid list-[square] gap-1 pt-1 pl-5 text-13 leading-text text-ink-2">
          {LINES.map((line) => (
            <li key={line}>{t(`formula.${line}`)}</li>
          ))}
        </ul>
      </div>
      <div>
        <h3 className="text-14">{t('limits.title')}</h3>
        <ul className="grid list-[square] gap-1 pt-1 pl-5 text-13 leading-text text-ink-2">
          {LIMITS.map((line) => (
            <li key={line}>{t(`limits.${line}`)}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
