'use client'
// Guesses, runs and what they found live in this browser.
import { useEffect, useState } from 'react'
import { PhaseNotice } from '@/app/_notices/phase-notice'
import { useText } from '@/lib/i18n/client'
import { Notice } from './notice'
import { ProofDialog } from './proof/proof'
import { Terminal } from './proof/terminal'
import { useKept } from './run/kept'
import { Positions } from './run/positions'
import { Press } from './run/press'
import { useOpenLabs, useShown } from './run/use-lab'
import { type LabSheet, positionIn } from './sheet'
import { Moments } from './verdict/moments'
import { Predict } from './verdict/predict'
import { Verdict } from './verdict/verdict'
import type { VerdictRows } from './verdict/verdict-cell'

export function LabScene({ sheet }: { sheet: LabSheet }) {
  const t = useText('labs')
  useOpenLabs(sheet)
  const [position, choose] = usePosition(sheet)
  const shown = useShown(sheet.slug, position)
  const byDefault = useKept(({ results }) => results[sheet.slug]?.default?.findings)
  const rows: VerdictRows = {
    sheet,
    position: positionIn(sheet, position),
    shown,
    before: position === 'default' ? null : (byDefault ?? null),
  }
  const hasDials = sheet.positions.length > 1
  return (
    <>
      <PhaseNotice />
      {sheet.crossSite && sheet.attackerOrigin === null && <Notice>{t('no-second-site')}</Notice>}
      <Press />
      <div className="grid gap-x-6 gap-y-4 tablet:grid-cols-[20rem_minmax(0,1fr)] tablet:gap-y-0 laptop:grid-cols-[25rem_minmax(0,1fr)]">
        <Predict sheet={sheet} position={position} />
        <Verdict {...rows} />
      </div>
      <Moments {...rows} n={3} />
      {hasDials && <Positions n={4} sheet={sheet} position={position} choose={choose} />}
      <Terminal n={hasDials ? 5 : 4} sheet={sheet} run={shown.run} />
      <ProofDialog />
    </>
  )
}

/** The defaults, or what the address asks for: `?position=denylist`. */
function usePosition(sheet: LabSheet) {
  const [position, choose] = useState('default')
  useEffect(() => {
    const asked = new URLSearchParams(location.search).get('position')
    if (sheet.positions.some(({ id }) => id === asked)) choose(asked!)
  }, [sheet])
  return [position, choose] as const
}
