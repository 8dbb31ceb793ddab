import type { TextPart } from '@/lib/glossary/linked'
import { type Locale, localePath } from '@/lib/i18n/routing'

/** A text whose terms lead to the glossary. `parts`: linkedParts of lib/glossary. */
export function Linked({ parts, locale }: { parts: readonly TextPart[]; locale: Locale }) {
  return parts.map((part) =>
    typeof part === 'string' ? (
      <span key={part}>{part}</span>
    ) : (
      // No link of the router: after it the term would not be the target, and not be marked.
      <a
        key={part.term}
        href={localePath(locale, `/glossary#${part.term}`)}
        className="underline decoration-line-strong decoration-dotted underline-offset-3 hover:decoration-solid"
      >
        {part.text}
      </a>
    ),
  )
}
