import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { hasLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Errand } from '@/app/_labs/attacker/errand'
import { Plain } from '@/app/_ui/reading/plain'
import { routing } from '@/lib/i18n/routing'

/** Does one thing, for which it needs a code, and says so. */
export default async function Page({ params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  const t = await getTranslations({ locale, namespace: 'attacker' })
  const host = (await headers()).get('host') ?? ''
  return (
    <Plain title={t('title')}>
      <p>{t('text', { host })}</p>
      <Errand words={{ busy: t('busy'), done: t('done'), refused: t('refused') }} />
    </Plain>
  )
}
