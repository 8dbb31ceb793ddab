/** One operation: what asks for it, and the three lanes beside one another, part by part at the same height. */
import { getTranslations } from 'next-intl/server'
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
import { Listing } from './listing'

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
    <section className="operation" id={name} aria-labelledby={`${name}-title`}>
      <header>
        <h2 id={`${name}-title`}>
          <span>{t(`op.${name}.title`)}</span>
          {name in METHODS && <code>{METHODS[name]}</code>}
        </h2>
        <p>{t(`op.${name}.text`)}</p>
      </header>
      {shared.length > 0 && (
        <div className="shared">
          <h3>{t('shared')}</h3>
          {shared.map((ref) => (
            <Listing key={ref.symbol} at={ref} id={anchorOf(name, ref.symbol)} />
          ))}
        </div>
      )}
      <nav className="lanejump" aria-label={t('lanes', { operation: t(`op.${name}.title`) })}>
        {STRATEGIES.map((lane) => (
          <a key={lane} className={`${lane} mono`} href={`#${cellAnchor(name, lane)}`}>
            {lane}
          </a>
        ))}
      </nav>
      <div className={`beside rows${parts.length}`}>
        {STRATEGIES.map((lane) => (
          <Column key={lane} name={name} lane={lane} parts={parts} />
        ))}
      </div>
    </section>
  )
}

interface ColumnProps {
  name: OperationName
  lane: StrategyName
  parts: readonly OperationPart[]
}

async function Column({ name, lane, parts }: ColumnProps) {
  const t = await getTranslations('code')
  const anchor = cellAnchor(name, lane)
  return (
    <article className={`lanecol ${lane}`} id={anchor} aria-labelledby={`${anchor}-title`}>
      <h3 id={`${anchor}-title`}>
        <WhereGlyph strategy={lane} />
        <span>{lane}</span>
      </h3>
      {parts.map((part) => (
        <div key={part.name} className="part">
          <h4>{t(`part.${part.name}`)}</h4>
          {part.lanes[lane].length === 0 && <p className="none">{t(`none.${name}.${part.name}.${lane}`)}</p>}
          {part.lanes[lane].map((ref) => (
            <Listing key={ref.symbol} at={ref} id={anchorOf(anchor, ref.anchor ?? ref.symbol)} />
          ))}
        </div>
      ))}
    </article>
  )
}
