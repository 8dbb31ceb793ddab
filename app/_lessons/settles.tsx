/** Rows of the study note that a lesson answers, each a link: made on the server. */
import { type Locale, localePath } from '@/lib/i18n/routing'
import type { Text } from '@/lib/i18n/text'
import type { Lesson } from '@/lib/lessons/lesson'

export function Settles({ lesson, locale, t }: { lesson: Lesson; locale: Locale; t: Text }) {
  return (
    <p className="text-12 text-ink-3">
      <span>{`${t('settles')} `}</span>
      {lesson.settles.map((row) => (
        // No link of the router: after it the row would not be the target, and not be marked.
        <a
          key={row}
          href={localePath(locale, `/note#${row}`)}
          className="mr-2 inline-flex min-h-6 items-center"
        >
          {row}
        </a>
      ))}
    </p>
  )
}
