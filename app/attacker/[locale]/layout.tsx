import type { Metadata } from 'next'
import { hasLocale } from 'next-intl'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { type Locale, routing } from '@/lib/i18n/routing'
import '@/app/styles/site.css'

interface Props {
  children: ReactNode
  params: Promise<{ locale: string }>
}

/** English also where there is no page. */
async function languageOf({ params }: Pick<Props, 'params'>): Promise<Locale> {
  const { locale } = await params
  return hasLocale(routing.locales, locale) ? locale : routing.defaultLocale
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await languageOf(props), namespace: 'attacker' })
  return { title: t('title'), robots: { index: false, follow: false } }
}

/** A site of its own: nothing of the shop's pages is around it. proxy.ts answers it under the attacker's name only. */
export default async function Layout(props: Props) {
  const language = await languageOf(props)
  setRequestLocale(language)
  return (
    <html lang={language}>
      <body>{props.children}</body>
    </html>
  )
}
