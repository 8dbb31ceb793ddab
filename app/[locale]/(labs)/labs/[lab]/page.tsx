import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { LabScene } from '@/app/_labs/lab-scene'
import { LabHead, LabRest } from '@/app/_labs/lab-texts'
import { LoadBelow } from '@/app/_labs/load/load-below'
import { Notice } from '@/app/_labs/notice'
import { secondSite } from '@/app/_labs/second-site'
import { sheetOf } from '@/app/_labs/sheet'
import { labWords } from '@/app/_labs/words'
import { FIGURES } from '@/app/_pages/numbers/figures'
import { differingCells } from '@/lib/browsers/engines'
import { MoreWords } from '@/lib/i18n/client'
import { pack } from '@/lib/i18n/packed'
import type { Locale } from '@/lib/i18n/routing'
import { labOf } from '@/lib/labs'
import '@/app/styles/terminal.css'

interface Props {
  params: Promise<{ locale: Locale; lab: string }>
}

/** The lab whose figures can be multiplied. */
const COUNTS = 'x22-load'

/** Attack demonstrations: found from the list of labs, not from a search engine. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, lab } = await params
  if (!labOf(lab)) {
    const shell = await getTranslations({ locale, namespace: 'shell' })
    return { title: shell('not-found.title') }
  }
  const { own } = await labWords(locale, lab)
  return { title: own('title'), description: own('lead'), robots: { index: false } }
}

export default async function Page({ params }: Props) {
  const { locale, lab: slug } = await params
  setRequestLocale(locale)
  const lab = labOf(slug)
  if (!lab) notFound()
  const { messages, own, labs } = await labWords(locale, slug)
  const texts = { lab, locale, own, labs }
  return (
    <main id="main" className="mx-auto max-w-page px-gutter">
      <LabHead {...texts} messages={messages} />
      <noscript>
        <Notice>{labs('noscript')}</Notice>
      </noscript>
      <MoreWords messages={pack(messages)}>
        <LabScene sheet={{ ...sheetOf(lab, secondSite(lab)), elsewhere: differingCells(slug) }} />
        {slug === COUNTS && <LoadBelow locale={locale} bench={FIGURES} />}
      </MoreWords>
      <LabRest {...texts} messages={messages} />
    </main>
  )
}
