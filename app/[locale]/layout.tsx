import type { Metadata, Viewport } from 'next'
import { notFound } from 'next/navigation'
import { hasLocale } from 'next-intl'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Footer } from '@/app/_frame/footer'
import { nonce } from '@/app/_frame/nonce'
import { SkipLinks } from '@/app/_frame/skip-links'
import { socialPicture } from '@/app/_frame/social-picture'
import { ThemeScript } from '@/app/_frame/theme-script'
import { TopBar } from '@/app/_frame/top-bar'
import { Sprite } from '@/app/_ui/sprite'
import { shopOrigin } from '@/lib/http/host'
import { WordsProvider } from '@/lib/i18n/client'
import { loadMessages } from '@/lib/i18n/messages'
import { CLIENT_NAMESPACES } from '@/lib/i18n/namespaces'
import { pack } from '@/lib/i18n/packed'
import { routing } from '@/lib/i18n/routing'
import { names } from '@/lib/process/env'
import '@/app/styles/site.css'
import '@/app/styles/print.css'

interface Props {
  children: ReactNode
  params: Promise<{ locale: string }>
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f6f6f4' },
    { media: '(prefers-color-scheme: dark)', color: '#121315' },
  ],
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) return {}
  const t = await getTranslations({ locale, namespace: 'shell' })
  return {
    metadataBase: new URL(shopOrigin(names())),
    openGraph: await socialPicture(locale, 'home'),
    title: { default: t('title'), template: `%s · ${t('brand')}` },
    description: t('description'),
  }
}

export default async function Layout({ children, params }: Props) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  setRequestLocale(locale)
  return (
    // The theme script sets data-theme before React wakes up.
    <html lang={locale} suppressHydrationWarning>
      <head>
        <ThemeScript nonce={await nonce()} />
      </head>
      <body>
        <Sprite />
        <WordsProvider locale={locale} messages={pack(await loadMessages(locale, CLIENT_NAMESPACES))}>
          <SkipLinks />
          <TopBar />
          {children}
        </WordsProvider>
        <Footer />
      </body>
    </html>
  )
}
