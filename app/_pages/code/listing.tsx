import { getTranslations } from 'next-intl/server'
import { CodeLines } from '@/app/_ui/code-lines'
import { listingOf, type SourceRef } from '@/lib/source/source'
import { CopyCode } from './copy-code'

/** A symbol of the running source under its file and lines. A test keeps every one that the page names. */
export async function Listing({ at, id }: { at: SourceRef; id: string }) {
  const t = await getTranslations('code')
  const listing = listingOf(at)
  if (!listing) throw new Error(`${at.file} has no ${at.symbol}`)
  const { file, symbol, first, lines } = listing
  const last = first + lines.length - 1
  return (
    <figure className="listing" id={id}>
      <figcaption>
        <span className="mono" lang="en">
          <b>{symbol}</b>{' '}
          <span className="file">{`${file}:${first === last ? first : `${first}–${last}`}`}</span>
        </span>
        <CopyCode
          label={t('copy.ready', { symbol })}
          words={{ done: t('copy.done'), failed: t('copy.failed') }}
        />
      </figcaption>
      <pre className="code overflow-auto py-2 font-mono text-12 leading-wire tab-2">
        <CodeLines lines={lines} first={first} />
      </pre>
    </figure>
  )
}
