/** What labs put around the shop, a piece of each, with the way to the lab that runs it. */
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { labWords } from '@/app/_labs/words'
import { type Locale, localePath } from '@/lib/i18n/routing'
import { AROUND, type AroundPiece } from '@/lib/source/around'
import { anchorOf } from '@/lib/source/operations'
import { Heading } from './heading'
import { Listing } from './listing'

export async function Around({ locale }: { locale: Locale }) {
  const t = await getTranslations('code')
  return (
    <section className="grid scroll-mt-14 gap-4" id="around" aria-labelledby="around-title">
      <Heading id="around-title" title={t('around.title')}>
        {t('around.text')}
      </Heading>
      <div className="grid items-start gap-x-4 gap-y-6 laptop:grid-cols-2">
        {AROUND.map((piece) => (
          <Piece key={piece.name} piece={piece} locale={locale} />
        ))}
      </div>
    </section>
  )
}

async function Piece({ piece: { name, lab, ref }, locale }: { piece: AroundPiece; locale: Locale }) {
  const t = await getTranslations('code')
  const { own } = await labWords(locale, lab)
  return (
    <div className="grid min-w-0 content-start gap-1.5">
      <p className="max-w-measure leading-text text-ink-2">{t(`around.piece.${name}`)}</p>
      <Link
        href={localePath(locale, `/labs/${lab}`)}
        prefetch={false}
        className="inline-flex min-h-6 items-center justify-self-start text-13 max-tablet:min-h-10"
      >
        {t('around.lab', { name: own('short') })}
      </Link>
      <Listing at={ref} id={anchorOf('around', ref.symbol)} />
    </div>
  )
}
