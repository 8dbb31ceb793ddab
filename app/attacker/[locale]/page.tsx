import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { Errand } from '@/app/_attacker/errand'

/** Does one thing, for which it needs a code, and says so. */
export default async function Page({ params }: { params: Promise<{ locale: string }> }) {
  const t = await getTranslations({ ...(await params), namespace: 'attacker' })
  const host = (await headers()).get('host') ?? ''
  return (
    <main className="wrap plain">
      <h1>{t('title')}</h1>
      <p>{t('text', { host })}</p>
      <Errand words={{ busy: t('busy'), done: t('done'), refused: t('refused') }} />
    </main>
  )
}
