import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { PaperPage } from '@/app/_labs/paper/paper-page'
import { isPaper } from '@/app/_labs/paper/papers'
import { correctedBy } from '@/app/_labs/settled'
import { labWords, notedIn } from '@/app/_labs/words'
import type { Locale } from '@/lib/i18n/routing'
import { labOf } from '@/lib/labs'

interface Props {
  params: Promise<{ locale: Locale; lab: string; paper: string }>
}

/** To be found from its lab, not from a search engine. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, lab, paper } = await params
  if (!labOf(lab) || !isPaper(paper)) {
    const shell = await getTranslations({ locale, namespace: 'shell' })
    return { title: shell('not-found.title') }
  }
  const { own, labs } = await labWords(locale, lab)
  return { title: `${labs(`paper.${paper}`)}: ${own('title')}`, robots: { index: false } }
}

export default async function Page({ params }: Props) {
  const { locale, lab: slug, paper } = await params
  setRequestLocale(locale)
  const lab = labOf(slug)
  if (!lab || !isPaper(paper)) notFound()
  const words = await labWords(locale, slug)
  return (
    <main id="main" className="mx-auto max-w-220 px-gutter pt-6 pb-12">
      <PaperPage
        {...{ lab, paper, locale, ...words }}
        claim={await notedIn(locale)}
        corrected={await correctedBy(lab, words.own, locale)}
      />
    </main>
  )
}
