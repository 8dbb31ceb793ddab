import Link from 'next/link'
import type { TextPart } from '@/lib/glossary/linked'
import { type Locale, localePath } from '@/lib/i18n/routing'

/** A text whose terms lead to the glossary. `parts`: linkedParts of lib/glossary. */
export function Linked({ parts, locale }: { parts: readonly TextPart[]; locale: Locale }) {
  return parts.map((part) =>
    typeof part === 'string' ? (
      part
    ) : (
      <Link
        key={part.term}
        href={localePath(locale, `/glossary#${part.term}`)}
        prefetch={false}
        className="underline decoration-line-strong decoration-dotted underline-offset-3 hover:decoration-solid"
      >
        {part.text}
      </Link>
    ),
  )
}
