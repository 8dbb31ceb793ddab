/** Stores, codecs and ports in one piece: a link to a step that no operation shows ends here. */
import { getTranslations } from 'next-intl/server'
import { Icon } from '@/app/_ui/icon'
import { anchorOf, REST } from '@/lib/source/operations'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { Listing } from './listing'

export async function Rest() {
  const t = await getTranslations('code')
  return (
    <section className="rest" id="rest" aria-labelledby="rest-title">
      <header>
        <h2 id="rest-title">{t('rest.title')}</h2>
        <p>{t('rest.text')}</p>
      </header>
      {([...STRATEGIES, 'shared'] as const).map((group) => (
        <div key={group} className={group}>
          <h3 className={group === 'shared' ? undefined : 'mono'}>
            {group === 'shared' ? t('rest.shared') : group}
          </h3>
          {REST[group].map((ref) => (
            // A browser opens what an address points into.
            <details key={ref.symbol}>
              <summary>
                <Icon name="chevron" />
                <b className="mono">{ref.symbol}</b>
                <span className="mono file">{ref.file}</span>
              </summary>
              <Listing at={ref} id={anchorOf('rest', ref.symbol)} />
            </details>
          ))}
        </div>
      ))}
    </section>
  )
}
