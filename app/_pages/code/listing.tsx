import { getTranslations } from 'next-intl/server'
import { Icon } from '@/app/_ui/icon'
import { CodeLines } from '@/app/_ui/reading/code-lines'
import type { CodePart } from '@/lib/source/listing'
import { listingOf, type SourceRef } from '@/lib/source/source'
import { CopyCode } from './copy-code'

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
    <figure
      id={id}
      className="min-w-0 scroll-mt-14 overflow-hidden rounded-2 border border-line bg-surface target:outline-2 target:-outline-offset-2 target:outline-ink"
    >
      <figcaption className="flex min-h-9 items-center gap-2.5 border-b border-line py-1 pr-1.5 pl-3 text-13">
        <span className="min-w-0 font-mono wrap-anywhere" lang="en">
          <b className="mr-1.5">{symbol}</b>{' '}
          <span data-part="place" className="text-12 text-ink-3">
            {`${file}:${first === last ? first : `${first}–${last}`}`}
          </span>
        </span>
        <CopyCode
          label={t('copy.ready', { symbol })}
          words={{ done: t('copy.done'), failed: t('copy.failed') }}
        />
      </figcaption>
      <pre className="code overflow-auto py-2 font-mono text-12 leading-wire tab-2">
        <CodeLines lines={lines.slice(0, open)} first={first} />
      </pre>
      {open < lines.length && <Folded lines={lines.slice(open)} first={first + open} symbol={symbol} />}
    </figure>
  )
}

/** A browser opens what it finds in here, and what an address points into. */
async function Folded({ lines, first, symbol }: { lines: CodePart[][]; first: number; symbol: string }) {
  const t = await getTranslations('code')
  return (
    <details className="group border-t border-line">
      <summary className="flex min-h-7.5 list-none items-center gap-2 px-3 text-12 text-ink-2 hover:bg-mark-1 max-tablet:min-h-10 [&::-webkit-details-marker]:hidden">
        <Icon name="chevron" className="size-3.5 stroke-[1.5] group-open:rotate-90" />
        <span>{t('more', { n: lines.length })}</span>
        <span className="sr-only">{symbol}</span>
      </summary>
      <pre className="code overflow-auto py-2 font-mono text-12 leading-wire tab-2">
        <CodeLines lines={lines} first={first} />
      </pre>
    </details>
  )
}
