'use client'
import { DEPTHS } from '@/app/_live/state/types'
import { useChosen } from '@/app/_live/state/use-lane'
// Loaded when there is an exchange to draw (lazy-views.tsx).
import { useText } from '@/lib/i18n/client'
import type { Exchange } from '@/lib/trace/model/exchange'
import { RevealScope } from './credential/reveal'
import { ExchangeHead } from './exchange-head'
import { Exposed, ExposedKey } from './exposed/exposed'
import type { ExchangeProps } from './panel-types'
import { Steps } from './steps/steps'
import { Stored, StoredKey } from './stored/stored'
import { Wire } from './wire/wire'

/** All four views of one exchange at once; on a phone one of them. */
export function LaneViews({ exchange }: ExchangeProps) {
  return (
    <RevealScope exchange={exchange}>
      <Head exchange={exchange} />
      <Views exchange={exchange} />
    </RevealScope>
  )
}

function Head({ exchange }: ExchangeProps) {
  const t = useText('lane')
  const { steps } = useChosen()
  const n = steps.findIndex((step) => step.exchanges[exchange.strategy] === exchange) + 1
  return (
    <div className="ph">
      <h2>{t('step', { n })}</h2>
      <ExchangeHead exchange={exchange} />
      <Parts />
    </div>
  )
}

/** Where all views stand below one another; on a phone tabs choose one. */
function Parts() {
  const t = useText('lane')
  return (
    <nav className="panelparts" aria-label={t('panel')}>
      {DEPTHS.map((view) => (
        <a key={view} href={`#lane-panel-${view}`}>
          {t(`tab.${view}`)}
        </a>
      ))}
    </nav>
  )
}

function Views({ exchange }: { exchange: Exchange }) {
  const t = useText('lane')
  const { reads, writes } = exchange.cost
  return (
    <div className="sect">
      <section className="s-wire" id="lane-panel-wire" aria-label={t('tab.wire')}>
        <Wire exchange={exchange} full />
      </section>
      <section className="s-steps" id="lane-panel-steps" aria-labelledby="h-steps">
        <h3 id="h-steps">
          {t('tab.steps')}
          <small>{t('cost', { reads, writes })}</small>
        </h3>
        <Steps exchange={exchange} />
      </section>
      <section className="s-stored" id="lane-panel-stored" aria-labelledby="h-stored">
        <h3 id="h-stored">
          {t('tab.stored')}
          <small>{t('before-after')}</small>
        </h3>
        <Stored exchange={exchange} />
        <StoredKey />
      </section>
      <section className="s-exposed" id="lane-panel-exposed" aria-labelledby="h-exposed">
        <h3 id="h-exposed">
          {t('tab.exposed')}
          <small>{t('derived')}</small>
        </h3>
        <Exposed exchange={exchange} />
        <ExposedKey />
      </section>
    </div>
  )
}
