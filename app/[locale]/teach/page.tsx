import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { AllLessons } from '@/app/_lessons/teach/all-lessons'
import { OtherPlans } from '@/app/_lessons/teach/other-plans'
import { Timetable } from '@/app/_lessons/teach/timetable'
import { type TeachWords, teachWords } from '@/app/_lessons/teach/words'
import { Bullets, Paragraph, Reading, Section } from '@/app/_ui/reading/reading'
import { alternates } from '@/lib/i18n/alternates'
import { type Locale, localePath } from '@/lib/i18n/routing'
import { lessonOf } from '@/lib/lessons'
import { PLANS, planFor } from '@/lib/lessons/plan'

interface Props {
  params: Promise<{ locale: Locale }>
}

/** What the plans are for, and in how many minutes it is shown step by step. */
const AIM = 'l08-forced-sign-out'
const MINUTES = 45

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'teach' })
  return { title: t('title'), description: t('description'), alternates: alternates(locale, '/teach') }
}

export default async function TeachPage({ params }: Props) {
  const { locale } = await params
  setRequestLocale(locale)
  const words = await teachWords(locale)
  const { teach } = words
  return (
    <Reading title={teach('title')} lead={teach('lead')}>
      <Forced locale={locale} words={words} />
      <Section id="others" title={teach('others.title')}>
        <Paragraph>{teach('others.text')}</Paragraph>
        <OtherPlans
          plans={PLANS.filter((minutes) => minutes !== MINUTES).flatMap((minutes) => planOf(minutes) ?? [])}
          locale={locale}
          words={words}
        />
      </Section>
      <Section id="lessons" title={teach('lessons.title')}>
        <Paragraph>{teach('lessons.text')}</Paragraph>
        <AllLessons locale={locale} words={words} />
      </Section>
      <Section id="class" title={teach('class.title')}>
        <Lines teach={teach} of="class" lines={['each', 'front', 'browser', 'sheets', 'minute']} />
      </Section>
      <Section id="offline" title={teach('offline.title')}>
        <Paragraph>{teach('offline.text')}</Paragraph>
        <pre className="rounded-2 border border-line bg-surface px-3 py-2" lang="en" translate="no">
          <code>npm run demo</code>
        </pre>
        <Lines teach={teach} of="offline" lines={['own', 'one', 'plain']} />
      </Section>
      <Section id="privacy" title={teach('privacy.title')}>
        <Paragraph>{teach('privacy.text')}</Paragraph>
      </Section>
    </Reading>
  )
}

const planOf = (minutes: number) => planFor(minutes, lessonOf(AIM)!)

interface Said {
  teach: TeachWords['teach']
  of: 'forced' | 'class' | 'offline'
  lines: readonly string[]
}

function Lines({ teach, of, lines }: Said) {
  return (
    <Bullets>
      {lines.map((line) => (
        <li key={line}>{teach(`${of}.${line}`)}</li>
      ))}
    </Bullets>
  )
}

/** All that this hour takes stands here. */
function Forced({ locale, words }: { locale: Locale; words: TeachWords }) {
  const { teach, record } = words
  const plan = planOf(MINUTES)
  if (!plan) return null
  return (
    <Section id="forced" title={teach('forced.title', { minutes: MINUTES })}>
      <Paragraph>{teach('forced.text', { n: lessonOf(AIM)!.id })}</Paragraph>
      <Lines teach={teach} of="forced" lines={['open', 'vote', 'see', 'told', 'again']} />
      <Timetable plan={plan} locale={locale} words={words} />
      <p className="max-w-measure leading-text text-ink-2">
        <span>{`${teach('forced.after')} `}</span>
        <Link href={localePath(locale, '/learn/record')} prefetch={false}>
          {record('title')}
        </Link>
      </p>
    </Section>
  )
}
