'use client'
// Filled in by the visitor's own runs, which this browser keeps.
import Link from 'next/link'
import { PhaseNotice } from '@/app/_notices/phase-notice'
import { useLocale, useText } from '@/lib/i18n/client'
import { localePath } from '@/lib/i18n/routing'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { LaneName } from '../lane-name'
import { useKept } from '../run/kept'
import { Press } from '../run/press'
import { RunHere } from '../run/run-here'
import { useRun } from '../run/run-state'
import { troubleText } from '../run/trouble'
import { useOpenLabs } from '../run/use-lab'
import { type LabSheet, namespaceOf } from '../sheet'
import { Outcome } from './outcome'
import { findingOf } from './verdict-cell'

export interface SheetGroup {
  id: string
  sheets: readonly LabSheet[]
}

export function Scoreboard({ groups }: { groups: readonly SheetGroup[] }) {
  const t = useText('labs')
  useOpenLabs(null)
  return (
    <>
      <PhaseNotice />
      <Press />
      <Standing groups={groups} />
      <div className="x">
        <table className="score">
          <caption className="vh">{t('index.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('index.lab')}</th>
              {STRATEGIES.map((lane) => (
                <th key={lane} scope="col">
                  <LaneName lane={lane} />
                </th>
              ))}
              <th scope="col">
                <span className="vh">{t('index.runs')}</span>
              </th>
            </tr>
          </thead>
          {groups.map(({ id, sheets }) => (
            <tbody key={id}>
              <tr className="grp">
                <th scope="rowgroup" colSpan={5}>
                  {t(`group.${id}`)}
                </th>
              </tr>
              {sheets.map((sheet) => (
                <Row key={sheet.slug} sheet={sheet} />
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </>
  )
}

function Standing({ groups }: { groups: readonly SheetGroup[] }) {
  const t = useText('labs')
  const trouble = useRun((state) => state.trouble)
  const slugs = groups.flatMap(({ sheets }) => sheets.map(({ slug }) => slug))
  const done = useKept(({ results }) => slugs.filter((slug) => results[slug]?.default).length)
  return (
    <p className="standing" role="status">
      <span>{trouble ? troubleText(t, trouble) : t('index.count', { done, of: slugs.length })}</span>{' '}
      <span className="dim">{t('index.note')}</span>
    </p>
  )
}

function Row({ sheet }: { sheet: LabSheet }) {
  const t = useText('labs')
  const own = useText(namespaceOf(sheet.slug))
  const locale = useLocale()
  const missing = sheet.crossSite && sheet.attackerOrigin === null
  return (
    <tr>
      <th scope="row">
        <Link href={localePath(locale, `/labs/${sheet.slug}`)} prefetch={false}>
          {own('short')}
        </Link>
        <small>
          <span>{`${own('title')} `}</span>
          {sheet.place === 'browser' && <span className="in-browser">{t('index.in-browser')}</span>}
        </small>
      </th>
      {STRATEGIES.map((lane) => (
        <td key={lane} data-m={lane}>
          <Score sheet={sheet} lane={lane} />
        </td>
      ))}
      <td className="act">{!missing && <RunHere sheet={sheet} position="default" name={own('short')} />}</td>
    </tr>
  )
}

function Score({ sheet, lane }: { sheet: LabSheet; lane: StrategyName }) {
  const t = useText('labs')
  const own = useText(namespaceOf(sheet.slug))
  const locale = useLocale()
  const result = useKept(({ results }) => results[sheet.slug]?.default)
  const { moment } = sheet.asks
  const expected = sheet.positions[0].expected[lane]
  if (!expected) return <span className="notyet">{t('index.none')}</span>
  const finding = result && findingOf(result.findings, lane, moment)
  if (!finding) return <span className="notyet">{t('index.open')}</span>
  const outcome = own(`outcome.${finding.outcome}`)
  return (
    <>
      <Link
        className="proved"
        href={localePath(locale, `/labs/${sheet.slug}#${lane}.${moment}`)}
        prefetch={false}
        aria-label={t('index.cell', { lane, outcome, lab: own('short') })}
      >
        <Outcome sheet={sheet} outcome={finding.outcome} />
      </Link>
      {finding.outcome !== expected[moment] && (
        <small className="wrong">{t('verdict.wrong', { outcome: own(`outcome.${expected[moment]}`) })}</small>
      )}
    </>
  )
}
