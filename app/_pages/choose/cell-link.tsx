import Link from 'next/link'
import type { CellOutcome } from '@/lib/choose/evidence'
import type { Measurement } from '@/lib/choose/rules'
import { localePath } from '@/lib/i18n/routing'
import type { StrategyName } from '@/lib/strategies/strategy'
import { type CellWords, cellPath, sayCell } from './say-cell'

interface Props {
  asks: Measurement
  shown: CellOutcome
  lane: StrategyName
  locale: string
  words: CellWords
  /** Instead of the cell in words: those are its name then. */
  short?: string
}

/** Leads to the position of the lab that shows it. */
export function CellLink({ asks, shown, lane, locale, words, short }: Props) {
  const said = sayCell(words, asks, shown)
  return (
    <Link
      href={localePath(locale, cellPath(asks, shown, lane))}
      prefetch={false}
      aria-label={short === undefined ? undefined : `${short}: ${said}`}
      className={
        short === undefined ? 'leading-text' : 'inline-flex min-h-6 items-center max-tablet:min-h-10'
      }
    >
      {short ?? said}
    </Link>
  )
}
