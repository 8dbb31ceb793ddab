import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'shell' })
  return { title: t('not-found.title') }
}

/** Every address without a page: the 404 page then has the layout, the language and the nonce. */
export default function NoSuchPage() {
  notFound()
}
