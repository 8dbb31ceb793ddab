'use client'
// Each is settled by the visitor's own run.
import { PhaseNotice } from '@/app/_notices/phase-notice'
import { useText } from '@/lib/i18n/client'
import { Press } from '../run/press'
import { useRun } from '../run/run-state'
import { useOpenLabs } from '../run/use-lab'
import { useTrouble } from '../run/use-trouble'
import { namespaceOf } from '../sheet'
import { ToneLegend } from '../verdict/outcome'
import { foundOf, type NotedMyth } from './cells'
import { MythCard } from './myth-card'

export function MythCards({ myths }: { myths: readonly NotedMyth[] }) {
  useOpenLabs(null)
  return (
    <>
      <PhaseNotice />
      <Press />
      <MythTold myths={myths} />
      <div className="grid gap-4">
        {myths.map((settled) => (
          <MythCard key={settled.myth.id} {...settled} />
        ))}
      </div>
      <div className="py-6">
        <ToneLegend />
      </div>
    </>
  )
}

/** The one message of the page: why a run did not start, or what it found of the belief that it was to settle. */
function MythTold({ myths }: { myths: readonly NotedMyth[] }) {
  const { report, busy } = useRun()
  const trouble = useTrouble(myths.map(({ sheet }) => sheet))
  const settled = myths.filter(
    ({ myth }) => report?.state === 'done' && myth.lab === report.lab && myth.position === report.position,
  )
  return (
    <div role="status" className="pb-3 text-14 font-semibold empty:hidden">
      {trouble && <p>{trouble}</p>}
      {!trouble && !busy && settled.map((one) => <Settled key={one.myth.id} {...one} />)}
    </div>
  )
}

function Settled({ myth, sheet }: NotedMyth) {
  const t = useText('myths')
  const own = useText(namespaceOf(sheet.slug))
  const findings = useRun(({ report }) => report?.findings)
  const came = foundOf(myth, findings ?? []).map(
    ({ lane, moment, finding }) =>
      `${lane}, ${own(`moment.${moment}`)}: ${own(`outcome.${finding.outcome}`)}`,
  )
  return <p>{`${t(`${myth.id}.claim`)} ${t('measured')}: ${came.join('; ')}.`}</p>
}
