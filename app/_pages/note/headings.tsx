import type { Text } from '@/lib/i18n/text'
import { SECTIONS } from '@/lib/note'

/** To each heading of the note. */
export function Headings({ t }: { t: Text }) {
  return (
    <nav aria-label={t('headings')} className="print:hidden">
      <ol className="flex flex-wrap gap-x-5 text-13">
        {SECTIONS.map(({ id }) => (
          <li key={id} className="flex gap-1.5">
            <a href={`#${id}`} className="inline-flex min-h-6 items-center max-tablet:min-h-10">
              {t(`section.${id}`)}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
