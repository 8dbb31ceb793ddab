'use client'
// One lab, and what the visitor's own run of it found.
import Link from 'next/link'
import { cx } from '@/app/_ui/cx'
import { CELL, ROW, ROW_HEAD } from '@/app/_ui/table-roles'
import { useLocale, useText } from '@/lib/i18n/client'
import { localePath } from '@/lib/i18n/routing'
import { cellAddress } from '@/lib/labs/cell-address'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { useKept } from '../run/kept'
import { RunHere } from '../run/run-here'
import { useRun } from '../run/run-state'
import { type LabSheet, minutesOf, namespaceOf } from '../sheet'
import { Outcome } from '../verdict/outcome'
import { findingOf } from '../verdict/verdict-cell'

export function Row({ sheet, n }: { sheet: LabSheet; n: number }) {
  const own = useText(namespaceOf(sheet.slug))
  const isNow = useRun(({ busy, report }) => busy && report?.lab === sheet.slug)
  const missing = sheet.crossSite && sheet.attackerOrigin === null
  return (
    <tr
      {...ROW}
      className={cx(
        'border-t border-line align-top max-tablet:grid max-tablet:grid-cols-3',
        isNow && 'bg-mark-1',
      )}
    >
      <th
        {...ROW_HEAD}
        className="px-4 py-2.5 text-left max-tablet:col-span-3 max-tablet:pb-1"
        aria-current={isNow ? 'true' : undefined}
      >
        <Head sheet={sheet} n={n} />
      </th>
      {STRATEGIES.map((lane) => (
        <td
          key={lane}
          {...CELL}
          className="border-l border-line px-4 py-2.5 max-tablet:border-l-0 max-tablet:py-1 max-tablet:pr-1"
        >
          <Score sheet={sheet} lane={lane} />
        </td>
      ))}
      <td
        {...CELL}
        className="py-2 pr-4 text-right max-tablet:col-span-3 max-tablet:px-4 max-tablet:text-left"
      >
        {!missing && <RunHere sheet={sheet} position="default" name={own('short')} />}
      </td>
    </tr>
  )
}

function Head({ sheet, n }: { sheet: LabSheet; n: number }) {
  const t = useText('labs')
  const own = useText(namespaceOf(sheet.slug))
  const locale = useLocale()
  return (
    <div className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-1">
      <span className="font-normal text-ink-3">{n}</span>
      <div>
        <Link
          href={localePath(locale, `/labs/${sheet.slug}`)}
          prefetch={false}
          className="inline-flex min-h-6 items-center text-14 font-semibold max-tablet:min-h-10"
        >
          {own('short')}
        </Link>
        <span className="block max-w-[60ch] font-normal text-ink-2">{own('title')}</span>
        <span className="flex flex-wrap gap-x-3 text-12 font-normal text-ink-3">
          <span>{t('minutes', { n: minutesOf(sheet) })}</span>
          {sheet.place === 'browser' && (
            <span>{t(sheet.crossSite ? 'index.opens-windows' : 'index.in-browser')}</span>
          )}
        </span>
      </div>
    </div>
  )
}

/** Empty until the visitor's own run, and by nothing else filled. */
function Score({ sheet, lane }: { sheet: LabSheet; lane: StrategyName }) {
  const t = useText('labs')
  const own = useText(namespaceOf(sheet.slug))
  const locale = useLocale()
  const result = useKept(({ results }) => results[sheet.slug]?.default)
  const { moment } = sheet.asks
  const expected = sheet.positions[0].expected[lane]
  if (!expected) return <span className="text-ink-3">{t('index.none')}</span>
  const finding = result && findingOf(result.findings, lane, moment)
  if (!finding) return null
  const outcome = own(`outcome.${finding.outcome}`)
  return (
    <>
      <span
        className={`lane-${lane} block font-mono text-12 font-semibold text-lane tablet:hidden`}
        lang="en"
        aria-hidden="true"
      >
        {lane}
      </span>
      <Link
        className="inline-flex min-h-6 items-start max-tablet:min-h-10"
        href={localePath(locale, cellAddress({ lab: sheet.slug, moment, lane }))}
        prefetch={false}
        aria-label={t('index.cell', { lane, outcome, lab: own('short') })}
      >
        <Outcome sheet={sheet} outcome={finding.outcome} />
      </Link>
      {finding.outcome !== expected[moment] && (
        <small className="block border border-ink px-1.5 py-0.5 text-12 font-semibold">
          {t('verdict.wrong', { outcome: own(`outcome.${expected[moment]}`) })}
        </small>
      )}
    </>
  )
}
