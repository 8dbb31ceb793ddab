'use client'
// What is believed, the word on it, and the run that proves the word.
import Link from 'next/link'
import { useLocale, useText } from '@/lib/i18n/client'
import { localePath } from '@/lib/i18n/routing'
import type { LabFinding } from '@/lib/labs/lab'
import { CARD } from '../card'
import { useFactValues } from '../fact-values'
import { LaneName } from '../lane-name'
import { RunHere } from '../run/run-here'
import { useShown } from '../run/use-lab'
import { namespaceOf } from '../sheet'
import { Outcome } from '../verdict/outcome'
import { type FoundCell, foundOf, type NotedMyth } from './cells'

type Played = Pick<NotedMyth, 'myth' | 'sheet'>

export function MythCard({ myth, sheet, noted }: NotedMyth) {
  const t = useText('myths')
  const labs = useText('labs')
  const { findings } = useShown(sheet.slug, myth.position)
  return (
    <article
      id={myth.id}
      aria-labelledby={`m-${myth.id}`}
      className={`${CARD} grid scroll-mt-16 gap-x-8 gap-y-3 p-4 laptop:grid-cols-2`}
    >
      <div>
        <h2 id={`m-${myth.id}`} className="text-20 leading-ui tracking-tight text-balance">
          {t(`${myth.id}.claim`)}
        </h2>
        <p className="mt-2">
          <b className="rounded-1 border-2 border-ink px-2 py-0.5 text-14 font-bold">
            {labs(`belief.${myth.verdict}`)}
          </b>
        </p>
        <p className="mt-2 leading-text">{t(`${myth.id}.truth`)}</p>
        <p className="mt-1 text-12 text-ink-3">{t(`${myth.id}.source`)}</p>
      </div>
      <div>
        <h3 className="text-14">{t('tried')}</h3>
        <p className="mt-1 leading-text text-ink-2">{t(`${myth.id}.tried`)}</p>
        <Acts myth={myth} sheet={sheet} />
        <Measured myth={myth} sheet={sheet} findings={findings} />
        <p className="mt-3 text-12 text-ink-3">
          {t('rows', { rows: noted.map((said) => `“${said}”`).join(', ') })}
        </p>
      </div>
    </article>
  )
}

/** The cells that speak for the word, once all of them were found. */
function Measured({ myth, sheet, findings }: Played & { findings: readonly LabFinding[] }) {
  const t = useText('myths')
  const found = foundOf(myth, findings)
  const isSettled = found.length === myth.lanes.length * myth.moments.length
  return (
    <div className="mt-3">
      {isSettled ? (
        <>
          <h3 className="text-14">{t('measured')}</h3>
          <dl className="mt-1 grid gap-1.5">
            {found.map((one) => (
              <Cell key={one.lane + one.moment} {...one} myth={myth} sheet={sheet} />
            ))}
          </dl>
        </>
      ) : (
        <p className="text-13 text-ink-3">{t('not-yet')}</p>
      )}
    </div>
  )
}

function Cell({ myth, sheet, lane, moment, finding }: Played & FoundCell) {
  const own = useText(namespaceOf(sheet.slug))
  const factValues = useFactValues()
  const note = `note.${myth.position}.${lane}.${moment}`
  return (
    <div className="grid grid-cols-[7.5rem_minmax(0,1fr)] items-baseline gap-x-3 max-narrow:grid-cols-1">
      <dt>
        <LaneName lane={lane} />
      </dt>
      <dd>
        <Outcome sheet={sheet} outcome={finding.outcome} />
        <span className="text-ink-2">{` · ${own(`moment.${moment}`)}`}</span>
        {own.has(note) && (
          <small className="block text-12 text-ink-3">{own(note, factValues(finding.facts))}</small>
        )}
      </dd>
    </div>
  )
}

function Acts({ myth, sheet }: Played) {
  const t = useText('myths')
  const own = useText(namespaceOf(sheet.slug))
  const locale = useLocale()
  const query = myth.position === 'default' ? '' : `?position=${myth.position}`
  const isShown = !sheet.crossSite || sheet.attackerOrigin !== null
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-13 print:hidden">
      {isShown && <RunHere sheet={sheet} position={myth.position} name={t(`${myth.id}.claim`)} />}
      <Link
        href={localePath(locale, `/labs/${sheet.slug}${query}`)}
        prefetch={false}
        className="inline-flex min-h-6 items-center max-tablet:min-h-10"
      >
        {t('lab', { lab: own('short') })}
      </Link>
    </p>
  )
}
