import { getTranslations } from 'next-intl/server'
import { Missing } from '../_ui/missing'
import { Logo } from '../_ui/where-glyph'

export async function generateMetadata() {
  const t = await getTranslations('shell')
  return { title: t('not-found.title') }
}

export default function NotFound() {
  return (
    <main id="main" className="wrap plain">
      <Logo />
      <Missing />
    </main>
  )
}
