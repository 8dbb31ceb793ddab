'use client'
import { useOpen } from '@/app/_live/state/use-open'
// The guesses are kept in this browser.
import { useText } from '@/lib/i18n/client'
import type { StrategyName } from '@/lib/strategies/strategy'
import { LaneName } from '../lane-name'
import { keepGuess, useKept } from '../run/kept'
import { RunButtons } from '../run/run-buttons'
import { type LabSheet, lanesAsked, namespaceOf } from '../sheet'

export function Predict({ sheet, position }: { sheet: LabSheet; position: string }) {
  const t = useText('labs')
  const own = useText(namespaceOf(sheet.slug))
  return (
    <section className="card pred" aria-labelledby="h-predict">
      <h2 id="h-predict">
        <span className="k">1</span>
        {t('predict.title')}
        <span className="b">{t('predict.before')}</span>
      </h2>
      <p>{own('ask')}</p>
      {lanesAsked(sheet).map((lane) => (
        <Guess key={lane} sheet={sheet} lane={lane} />
      ))}
      <RunButtons sheet={sheet} position={position} />
    </section>
  )
}

function Guess({ sheet, lane }: { sheet: LabSheet; lane: StrategyName }) {
  const own = useText(namespaceOf(sheet.slug))
  const open = useOpen()
  const said = useKept(({ guesses }) => guesses[sheet.slug]?.[lane])
  return (
    <fieldset className={`pr ${lane}`}>
      <legend>
        <LaneName lane={lane} />
      </legend>
      <div className={sheet.asks.between.length > 3 ? 'seg many' : 'seg'}>
        {sheet.asks.between.map((outcome) => (
          <label key={outcome}>
            <input
              type="radio"
              name={`guess-${lane}`}
              checked={said === outcome}
              disabled={!open}
              onChange={() => keepGuess(sheet.slug, lane, outcome)}
            />
            <span>{own(`outcome.${outcome}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
