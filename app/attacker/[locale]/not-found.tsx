import { getTranslations } from 'next-intl/server'
import { Plain } from '@/app/_ui/reading/plain'

export default async function NotFound() {
  const t = await getTranslations('attacker')
  return (
    <Plain title={t('not-found.title')}>
      <p>{t('not-found.text')}</p>
    </Plain>
  )
}
