import { getTranslations } from 'next-intl/server'
import { listingOf, type SourceRef } from '@/lib/source/source'
import { ListingFigure } from './listing-figure'

/** Lines that stand open; what is longer by a few is not worth a fold. */
const OPEN = 16
const FEW = 4

/** A symbol of the running source under its file and lines. A test keeps every one that the page names. `whole`: nothing is folded. */
export async function Listing({ at, id, whole = false }: { at: SourceRef; id: string; whole?: boolean }) {
  const t = await getTranslations('code')
  const listing = listingOf(at)
  if (!listing) throw new Error(`${at.file} has no ${at.symbol}`)
  const { file, symbol, first, lines } = listing
  const last = first + lines.length - 1
  const open = whole || lines.length <= OPEN + FEW ? lines.length : OPEN
  return (
    <ListingFigure
      id={id}
      symbol={symbol}
      place={`${file}:${first === last ? first : `${first}–${last}`}`}
      lines={lines}
      first={first}
      open={open}
      words={{
        copy: t('copy.ready', { symbol }),
        done: t('copy.done'),
        failed: t('copy.failed'),
        more: t('more', { n: lines.length - open }),
      }}
    />
  )
}
