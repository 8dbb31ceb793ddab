import { getTranslations } from 'next-intl/server'

export async function Footer() {
  const t = await getTranslations('shell')
  return (
    <footer className="foot">
      <div className="wrap">
        <span>{t('foot.demo')}</span>
        <span>{t('foot.measured')}</span>
      </div>
    </footer>
  )
}
