import { getTranslations } from 'next-intl/server'

export default async function NotFound() {
  const t = await getTranslations('attacker')
  return (
    <main className="wrap plain">
      <h1>{t('not-found.title')}</h1>
      <p>{t('not-found.text')}</p>
    </main>
  )
}
