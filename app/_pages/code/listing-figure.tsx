'use client'
import { Icon } from '@/app/_ui/icon'
// Drawn by a server component its markup would travel twice: with a hundred of them that is half of the page.
import { CodeLines } from '@/app/_ui/reading/code-lines'
import type { CodePart } from '@/lib/source/listing'
import { CopyCode } from './copy-code'

export interface ListingWords {
  copy: string
  done: string
  failed: string
  /** Of the lines that are folded. */
  more: string
}

interface Props {
  id: string
  symbol: string
  /** `lib/serve/serve.ts:68–80` */
  place: string
  lines: CodePart[][]
  /** Number of the first line in its file. */
  first: number
  /** So many lines stand open. */
  open: number
  words: ListingWords
}

export function ListingFigure({ id, symbol, place, lines, first, open, words }: Props) {
  return (
    <figure
      id={id}
      className="min-w-0 scroll-mt-14 overflow-hidden rounded-2 border border-line bg-surface target:outline-2 target:-outline-offset-2 target:outline-ink"
    >
      <figcaption className="flex min-h-9 items-center gap-2.5 border-b border-line py-1 pr-1.5 pl-3 text-13">
        <span className="min-w-0 font-mono wrap-anywhere" lang="en">
          <b className="mr-1.5">{symbol}</b>{' '}
          <span data-part="place" className="text-12 text-ink-3">
            {place}
          </span>
        </span>
        <CopyCode label={words.copy} words={words} />
      </figcaption>
      <Lines lines={lines.slice(0, open)} first={first} />
      {open < lines.length && (
        // A browser opens it when it finds something in it, or an address points into it.
        <details className="group border-t border-line">
          <summary className="flex min-h-7.5 list-none items-center gap-2 px-3 text-12 text-ink-2 hover:bg-mark-1 max-tablet:min-h-10 [&::-webkit-details-marker]:hidden">
            <Icon name="chevron" className="size-3.5 stroke-[1.5] group-open:rotate-90" />
            <span>{words.more}</span>
            <span className="sr-only">{symbol}</span>
          </summary>
          <Lines lines={lines.slice(open)} first={first + open} />
        </details>
      )}
    </figure>
  )
}

function Lines({ lines, first }: { lines: CodePart[][]; first: number }) {
  return (
    <pre className="code overflow-auto py-2 font-mono text-12 leading-wire tab-2">
      <CodeLines lines={lines} first={first} />
    </pre>
  )
}
