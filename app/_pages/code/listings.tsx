import { Icon } from '@/app/_ui/icon'
import { listingOf, type SourceRef } from '@/lib/source/source'
import { Listing } from './listing'

/** Lines of one lane that stand open in a part; the first piece always does. */
const OPEN = 16

/** What one lane has for a part: open as far as there is room beside the others, the rest one name to a line. */
export function Listings({ refs, idOf }: { refs: readonly SourceRef[]; idOf(ref: SourceRef): string }) {
  let lines = 0
  return refs.map((ref, i) => {
    lines += listingOf(ref)?.lines.length ?? 0
    if (i === 0 || lines <= OPEN) return <Listing key={ref.symbol} at={ref} id={idOf(ref)} />
    return <FoldedListing key={ref.symbol} at={ref} id={idOf(ref)} />
  })
}

/** A browser opens it when an address points into it, or when it finds something in it. */
export function FoldedListing({ at, id }: { at: SourceRef; id: string }) {
  return (
    <details className="group border-t border-line open:pb-4">
      <summary className="flex min-h-9 list-none flex-wrap items-center gap-x-2.5 px-1 py-1.5 text-13 hover:bg-mark-1 max-tablet:min-h-10 [&::-webkit-details-marker]:hidden">
        <Icon name="chevron" className="size-4 stroke-[1.5] group-open:rotate-90" />
        <b className="font-mono">{at.symbol}</b>
        <span className="font-mono text-12 wrap-anywhere text-ink-3">{at.file}</span>
      </summary>
      <Listing at={at} id={id} whole />
    </details>
  )
}
