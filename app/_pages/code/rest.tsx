/** Stores, codecs and ports in one piece: a link to a step that no operation shows ends here. */
import { getTranslations } from 'next-intl/server'
import { cx } from '@/app/_ui/cx'
import { Icon } from '@/app/_ui/icon'
import { anchorOf, REST } from '@/lib/source/operations'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { Heading } from './heading'
import { Listing } from './listing'

export async function Rest() {
  const t = await getTranslations('code')
  return (
    <section className="grid scroll-mt-14 gap-4" id="rest" aria-labelledby="rest-title">
      <Heading id="rest-title" title={t('rest.title')}>
        {t('rest.text')}
      </Heading>
      {([...STRATEGIES, 'shared'] as const).map((group) => (
        <div key={group} className={group === 'shared' ? undefined : `lane-${group}`}>
          <h3 className={cx('py-2 text-16', group !== 'shared' && 'font-mono text-lane')}>
            {group === 'shared' ? t('rest.shared') : group}
          </h3>
          {REST[group].map((ref) => (
            // A browser opens what an address points into.
            <details key={ref.symbol} className="group border-t border-line open:pb-4">
              <summary className="flex min-h-10 list-none flex-wrap items-center gap-x-2.5 px-1 py-2 text-13 hover:bg-mark-1 [&::-webkit-details-marker]:hidden">
                <Icon name="chevron" className="size-4 stroke-[1.5] group-open:rotate-90" />
                <b className="font-mono">{ref.symbol}</b>
                <span className="font-mono text-12 wrap-anywhere text-ink-3">{ref.file}</span>
              </summary>
              <Listing at={ref} id={anchorOf('rest', ref.symbol)} whole />
            </details>
          ))}
        </div>
      ))}
    </section>
  )
}
