import Link from 'next/link'
import { Linked } from '@/app/_ui/terms/linked'
import { linkedParts, termNames } from '@/lib/glossary/linked'
import { TERMS, type Term, type TermPlace } from '@/lib/glossary/terms'
import { loadMessages } from '@/lib/i18n/messages'
import { type Locale, localePath } from '@/lib/i18n/routing'
import type { Text } from '@/lib/i18n/text'

type TermWords = Readonly<Record<string, { name: string; text: string }>>

const OTHER = { en: 'ko', ko: 'en' } as const satisfies Record<Locale, Locale>

interface Props {
  locale: Locale
  t: Text
  /** What a lab is called, by slug. */
  labName(slug: string): string
}

/** All terms, each with its name in the other language, and where it is seen. A term that another one needs leads to it. */
export async function TermRows(props: Props) {
  const { locale } = props
  const words = { own: await termsIn(locale), other: await termsIn(OTHER[locale]) }
  const names = termNames(words.own)
  return (
    <dl className="mt-4">
      {TERMS.map((term) => (
        <TermRow key={term.id} {...props} {...words} term={term} names={names} />
      ))}
    </dl>
  )
}

async function termsIn(locale: Locale): Promise<TermWords> {
  const { glossary } = await loadMessages(locale, ['glossary'])
  return glossary!.term as unknown as TermWords
}

interface RowProps extends Props {
  term: Term
  names: ReturnType<typeof termNames>
  own: TermWords
  other: TermWords
}

function TermRow({ term, names, own, other, locale, t, labName }: RowProps) {
  const { id, see } = term
  const { name, text } = own[id]!
  return (
    <div
      id={id}
      className="grid scroll-mt-4 gap-x-6 gap-y-1 border-t border-line py-2.5 target:bg-mark-1 tablet:grid-cols-[16rem_minmax(0,1fr)_12rem] print:break-inside-avoid"
    >
      <dt>
        <span className="font-semibold">{name}</span>{' '}
        <span lang={OTHER[locale]} className="block text-13 text-ink-2">
          {other[id]!.name}
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
