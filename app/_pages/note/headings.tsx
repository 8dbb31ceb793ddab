import type { Text } from '@/lib/i18n/text'
import { SECTIONS } from '@/lib/note'

/** To each heading of the note; on a phone folded up, as there are thirteen. */
export function Headings({ t }: { t: Text }) {
  return (
    <nav aria-label={t('headings')} className="text-13 print:hidden">
      <div className="max-tablet:hidden">
        <Links t={t} />
      </div>
      <details className="tablet:hidden">
        <summary className="min-h-10 py-2.5">{t('headings')}</summary>
        <Links t={t} />
      </details>
    </nav>
  )
}

function Links({ t }: { t: Text }) {
  return (
    <ol className="flex flex-wrap gap-x-5 max-tablet:grid">
      {SECTIONS.map(({ id }) => (
        <li key={id}>
          <a href={`#${id}`} className="inline-flex min-h-6 items-center max-tablet:min-h-10">
            {t(`section.${id}`)}
          </a>
        </li>
      ))}
    </ol>
  )
}
