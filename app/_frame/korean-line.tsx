import { headers } from 'next/headers'

/** One quiet line for browsers that speak Korean: `/` is English for all (lib/i18n/routing.ts). */
export async function KoreanLine({ locale }: { locale: string }) {
  const speaks = (await headers()).get('accept-language') ?? ''
  if (locale === 'ko' || !/(^|[,\s])ko\b/i.test(speaks)) return null
  return (
    <p className="mx-auto max-w-page px-gutter py-1 text-12 text-ink-3" lang="ko">
      <a href="/ko" hrefLang="ko">
        이 페이지를 한국어로 볼 수 있습니다.
      </a>
    </p>
  )
}
