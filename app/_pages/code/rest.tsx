/** Stores, codecs and ports in one piece: a link to a step that no operation shows ends here. */
import { getTranslations } from 'next-intl/server'
import { cx } from '@/app/_ui/cx'
import { anchorOf, REST } from '@/lib/source/operations'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { Heading } from './heading'
import { FoldedListing } from './listings'

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
            <FoldedListing key={ref.symbol} at={ref} id={anchorOf('rest', ref.symbol)} />
          ))}
        </div>
      ))}
    </section>
  )
}
