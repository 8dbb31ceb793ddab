/** One operation, part by part: what asks for it, then the lanes that have code for the part beside one another, and what the others say instead. */
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { cx } from '@/app/_ui/cx'
import { WhereGlyph } from '@/app/_ui/where-glyph'
import {
  anchorOf,
  cellAnchor,
  type Operation,
  type OperationName,
  type OperationPart,
} from '@/lib/source/operations'
import type { AnyStrategy } from '@/lib/strategies/ports'
import { type OpenVisit, STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { Heading } from './heading'
import { Listing } from './listing'
import { Listings } from './listings'

/** What the operation is called in lib/strategies/strategy.ts; two are no part of every strategy. */
const METHODS: Partial<Record<OperationName, keyof AnyStrategy | keyof OpenVisit>> = {
  open: 'open',
  save: 'save',
  renew: 'renew',
  end: 'end',
}

export async function OperationRows({ operation }: { operation: Operation }) {
  const t = await getTranslations('code')
  const { name, shared, parts } = operation
  return (
    <section id={name} aria-labelledby={`${name}-title`} className="grid scroll-mt-14 gap-4">
      <Heading id={`${name}-title`} title={t(`op.${name}.title`)} method={METHODS[name]}>
        {t(`op.${name}.text`)}
      </Heading>
      {shared.length > 0 && (
        <div className="grid gap-2">
          <h3 className="text-12 font-normal text-ink-3">{t('shared')}</h3>
          <div className={cx('grid items-start gap-4', shared.length > 1 && 'wide:grid-cols-2')}>
            {shared.map((ref) => (
              <Listing key={ref.symbol} at={ref} id={anchorOf(name, ref.symbol)} />
            ))}
          </div>
        </div>
      )}
      <nav className="flex gap-1 wide:hidden" aria-label={t('lanes', { operation: t(`op.${name}.title`) })}>
        {STRATEGIES.map((lane) => (
          <a
            key={lane}
            className={`lane-${lane} flex min-h-7.5 items-center px-2.5 font-mono font-bold text-lane no-underline max-tablet:min-h-10`}
            href={`#${cellAnchor(name, lane)}`}
          >
            {lane}
          </a>
        ))}
      </nav>
      {parts.map((part, i) => (
        <PartRow key={part.name} name={name} part={part} first={i === 0} />
      ))}
    </section>
  )
}

interface PartProps {
  name: OperationName
  part: OperationPart
  /** The lane's place in this operation is that of its first part. */
  first: boolean
}

async function PartRow({ name, part, first }: PartProps) {
  const t = await getTranslations('code')
  const [having, without] = [true, false].map((has) =>
    STRATEGIES.filter((lane) => part.lanes[lane].length > 0 === has),
  ) as [StrategyName[], StrategyName[]]
  return (
    <div className="grid gap-2" data-part={part.name}>
      <h3 className="text-12 font-semibold text-ink-2">{t(`part.${part.name}`)}</h3>
      {without.map((lane) => (
        <Cell key={lane} name={name} lane={lane} first={first}>
          <p className="rounded-2 border border-dashed border-line-strong px-3 py-2 leading-text text-ink-2">
            {t(`none.${name}.${part.name}.${lane}`)}
          </p>
        </Cell>
      ))}
      {having.length > 0 && (
        <div className={cx('grid items-start gap-4', COLUMNS[having.length])}>
          {having.map((lane) => (
            <Cell key={lane} name={name} lane={lane} first={first}>
              <div className={having.length === 1 ? ALONE : 'grid gap-2'}>
                <Listings
                  refs={part.lanes[lane]}
                  idOf={(ref) => anchorOf(cellAnchor(name, lane), ref.anchor ?? ref.symbol)}
                />
              </div>
            </Cell>
          ))}
        </div>
      )}
    </div>
  )
}

/** As many columns as lanes have code; under 1180 px one below the other. */
const COLUMNS: Record<number, string> = {
  1: '',
  2: 'wide:grid-cols-2 print:grid-cols-2',
  3: 'wide:grid-cols-3 print:grid-cols-3',
}
/** A lane that has the row to itself lays its listings beside one another. */
const ALONE = 'grid items-start gap-4 laptop:grid-cols-2 wide:grid-cols-3'

function Cell({
  name,
  lane,
  first,
  children,
}: Omit<PartProps, 'part'> & { lane: StrategyName; children: ReactNode }) {
  const anchor = cellAnchor(name, lane)
  return (
    <article
      id={first ? anchor : undefined}
      data-lane={lane}
      aria-label={lane}
      className={`lane-${lane} grid min-w-0 scroll-mt-14 content-start gap-1.5 border-t-2 border-lane pt-1.5`}
    >
      <h4 className="flex items-center gap-2 font-mono text-13 font-bold text-lane">
        <WhereGlyph strategy={lane} />
        <span>{lane}</span>
      </h4>
      {children}
    </article>
  )
}
