import Link from 'next/link'
import { Linked } from '@/app/_ui/terms/linked'
import { linkedParts, termNames } from '@/lib/glossary/linked'
import { TERMS, type Term, type TermPlace } from '@/lib/glossary/terms'
import en from '@/lib/i18n/messages/en/glossary.json'
import ko from '@/lib/i18n/messages/ko/glossary.json'
import { type Locale, localePath } from '@/lib/i18n/routing'
import type { Text } from '@/lib/i18n/text'

const WORDS: Record<Locale, Readonly<Record<string, { name: string; text: string }>>> = {
  en: en.term,
  ko: ko.term,
}

const OTHER = { en: 'ko', ko: 'en' } as const satisfies Record<Locale, Locale>

interface Props {
  locale: Locale
  t: Text
  /** What a lab is called, by slug. */
  labName(slug: string): string
}

/** All terms, each with its name in the other language, and where it is seen. A term that another one needs leads to it. */
export function TermRows(props: Props) {
  const names = termNames(WORDS[props.locale])
  return (
    <dl className="mt-4">
      {TERMS.map((term) => (
        <TermRow key={term.id} {...props} term={term} names={names} />
      ))}
    </dl>
  )
}

function TermRow({
  term,
  names,
  locale,
  t,
  labName,
}: Props & { term: Term; names: ReturnType<typeof termNames> }) {
  const { id, see } = term
  const { name, text } = WORDS[locale][id]!
  return (
    <div
      id={id}
      className="grid scroll-mt-4 gap-x-6 gap-y-1 border-t border-line py-2.5 target:bg-mark-1 tablet:grid-cols-[16rem_minmax(0,1fr)_12rem] print:break-inside-avoid"
    >
      <dt>
        <span className="font-semibold">{name}</span>{' '}
        <span lang={OTHER[locale]} className="block text-13 text-ink-2">
          {WORDS[OTHER[locale]][id]!.name}
        </span>
      </dt>
      <dd className="max-w-measure leading-text">
        <Linked parts={linkedParts(text, names, new Set([id]))} locale={locale} />
      </dd>
      <dd className="text-13">
        {see ? (
          <Link href={localePath(locale, addressOf(see))} prefetch={false} className="inline-block py-1">
            {labelOf(see, t, labName)}
          </Link>
        ) : (
          <span className="text-ink-2">{t('coming')}</span>
        )}
      </dd>
    </div>
  )
}

function addressOf(see: TermPlace): string {
  if ('lab' in see) return `/labs/${see.lab}`
  return 'page' in see ? see.page : `/${see.lane}?view=${see.view}`
}

function labelOf(see: TermPlace, t: Text, labName: (slug: string) => string): string {
  if ('lab' in see) return t('in-lab', { name: labName(see.lab) })
  return 'page' in see ? t('in-workbench') : t(`in-view.${see.view}`, { lane: see.lane })
}
