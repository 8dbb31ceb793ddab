import type { Metadata } from 'next'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { MythCards } from '@/app/_labs/myth/myth-cards'
import { Notice } from '@/app/_labs/notice'
import { secondSite } from '@/app/_labs/second-site'
import { sheetOf } from '@/app/_labs/sheet'
import { mythsIn, mythWords, notedIn } from '@/app/_labs/words'
import { alternates } from '@/lib/i18n/alternates'
import { MoreWords } from '@/lib/i18n/client'
import { pack } from '@/lib/i18n/packed'
import type { Locale } from '@/lib/i18n/routing'
import type { Text } from '@/lib/i18n/text'
import { labOf } from '@/lib/labs'
import type { SettledMyth } from '@/lib/labs/myths'

interface Props {
  params: Promise<{ locale: Locale }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'myths' })
  return { title: t('title'), description: t('lead'), alternates: alternates(locale, '/myths') }
}

export default async function Page({ params }: Props) {
  const { locale } = await params
  setRequestLocale(locale)
  const t = await getTranslations('myths')
  const labs = await getTranslations('labs')
  return (
    <main id="main" className="mx-auto max-w-page px-gutter">
      <div className="pt-6 pb-4">
        <h1 className="text-28 leading-tight tracking-tight text-balance">{t('title')}</h1>
        <p className="mt-2 max-w-[90ch] text-16 leading-ui text-ink-2">{t('lead')}</p>
      </div>
      <noscript>
        <Notice>{labs('noscript')}</Notice>
      </noscript>
      <MoreWords messages={pack(await mythWords(locale))}>
        <MythCards myths={settled(await mythsIn(locale), await notedIn(locale))} />
      </MoreWords>
    </main>
  )
}

function settled(myths: readonly SettledMyth[], noted: Text) {
  return myths.map((myth) => ({
    myth,
    sheet: sheetOf(labOf(myth.lab)!, secondSite(labOf(myth.lab)!)),
    noted: myth.rows.map((row) => noted(row)),
  }))
}
