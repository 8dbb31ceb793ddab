/** What is read on a lab's page without a run: made on the server. */
import Link from 'next/link'
import { Icon } from '@/app/_ui/icon'
import type { Messages } from '@/lib/i18n/format'
import { type Locale, localePath } from '@/lib/i18n/routing'
import type { Text } from '@/lib/i18n/text'
import { LABS } from '@/lib/labs'
import type { Lab } from '@/lib/labs/lab'
import { LessonLink } from './lesson-link'
import { PAPERS } from './paper/papers'
import { Settles } from './settles'
import { minutesOf, namespaceOf } from './sheet'
import { labWords } from './words'

interface Props {
  lab: Lab
  locale: Locale
  own: Text
  labs: Text
  messages: Record<string, Messages>
}

export function LabHead({ lab, locale, own, labs, messages }: Props) {
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1 pt-4 text-13 text-ink-2 print:hidden">
        <nav className="flex items-center gap-2" aria-label={labs('crumb')}>
          <Link href={localePath(locale, '/labs')} prefetch={false} className={QUIET_LINK}>
            {labs('title')}
          </Link>
          <Icon name="chevron" className="size-3 stroke-[1.5]" />
          <span className="font-semibold text-ink">{own('short')}</span>
        </nav>
        <span>{labs('n-of', { n: LABS.indexOf(lab) + 1, of: LABS.length })}</span>
        <span>{labs('minutes', { n: minutesOf(lab) })}</span>
        <LessonLink lab={lab} locale={locale} labs={labs} className={QUIET_LINK} />
        <span className="flex flex-wrap gap-x-4 tablet:ml-auto">
          {PAPERS.map((paper) => (
            <Link
              key={paper}
              href={localePath(locale, `/labs/${lab.slug}/${paper}`)}
              prefetch={false}
              className={QUIET_LINK}
            >
              {labs(`paper.${paper}`)}
            </Link>
          ))}
        </span>
      </div>
      <div className="grid items-start gap-x-12 gap-y-3 pt-1 pb-5 laptop:grid-cols-[minmax(0,1fr)_18.75rem]">
        <h1 className="text-28 leading-tight tracking-tight text-balance laptop:col-span-2 min-[90rem]:text-40">
          {own('title')}
        </h1>
        <p className="max-w-[76ch] text-16 leading-ui text-ink-2">{own('lead')}</p>
        <Given own={own} messages={messages[namespaceOf(lab.slug)]} />
      </div>
    </>
  )
}

const QUIET_LINK = 'inline-flex min-h-6 items-center max-tablet:min-h-10'

/** What this lab starts from. */
export function Given({ own, messages }: { own: Text; messages: Messages | undefined }) {
  const given = messages?.given
  if (typeof given !== 'object') return null
  return (
    <dl className="grid gap-1 border-t border-ink pt-2 text-13">
      {Object.keys(given).map((key) => (
        <div key={key} className="flex justify-between gap-4">
          <dt className="text-ink-3">{own(`given.${key}`)}</dt>
          <dd className="text-right">{own(`givenValue.${key}`)}</dd>
        </div>
      ))}
    </dl>
  )
}

export function LabRest(props: Props) {
  return (
    <>
      <Why {...props} />
      <Own {...props} />
      <Settles {...props} />
      <Neighbours {...props} />
    </>
  )
}

const upTo = (most: number, own: Text, key: (n: number) => string) =>
  Array.from({ length: most }, (_, index) => index + 1).filter((n) => own.has(key(n)))

export function Why({ own, labs }: Pick<Props, 'own' | 'labs'>) {
  return (
    <section className="pt-8">
      <h2 className="text-20">{labs('why')}</h2>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,16rem),1fr))] gap-x-8 gap-y-6 pt-3">
        {upTo(4, own, (n) => `why.${n}.title`).map((n) => (
          <div key={n} className="print:break-inside-avoid">
            <h3 className="text-16">{own(`why.${n}.title`)}</h3>
            <p className="mt-1 leading-text text-ink-2">{own(`why.${n}.text`)}</p>
            <p className="mt-1 text-12 text-ink-3">{own(`why.${n}.source`)}</p>
          </div>
        ))}
      </div>
    </section>
  )
}

function Own({ own, labs }: Props) {
  return (
    <section className="pt-8">
      <h2 className="text-20">{labs('own')}</h2>
      <ul className="grid max-w-[90ch] list-[square] gap-1 pt-2 pl-5 leading-text">
        {upTo(3, own, (n) => `own.${n}`).map((n) => (
          <li key={n}>{own(`own.${n}`)}</li>
        ))}
      </ul>
    </section>
  )
}

function Neighbours({ lab, locale, labs }: Props) {
  const at = LABS.indexOf(lab)
  return (
    <div className="mt-8 flex flex-wrap gap-x-6 gap-y-2 border-t border-line py-6 text-13 print:hidden">
      <Neighbour lab={LABS[at - 1]} locale={locale} labs={labs} which="previous" />
      <Neighbour lab={LABS[at + 1]} locale={locale} labs={labs} which="next" />
    </div>
  )
}

interface NeighbourProps {
  lab: Lab | undefined
  locale: Locale
  labs: Text
  which: 'previous' | 'next'
}

async function Neighbour({ lab, locale, labs, which }: NeighbourProps) {
  if (!lab) return null
  const { own } = await labWords(locale, lab.slug)
  return (
    <Link href={localePath(locale, `/labs/${lab.slug}`)} prefetch={false} className={QUIET_LINK}>
      {labs(which, { lab: own('short') })}
    </Link>
  )
}
