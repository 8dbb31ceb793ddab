'use client'
// Guesses, runs and what they found live in this browser.
import { useEffect, useState } from 'react'
import { PhaseNotice } from '@/app/_notices/phase-notice'
import { useText } from '@/lib/i18n/client'
import { ProofDialog } from './proof/proof'
import { Terminal } from './proof/terminal'
import { Positions } from './run/positions'
import { Press } from './run/press'
import { useOpenLabs, useShown } from './run/use-lab'
import type { LabSheet } from './sheet'
import { Predict } from './verdict/predict'
import { Verdict } from './verdict/verdict'

export function LabScene({ sheet }: { sheet: LabSheet }) {
  const t = useText('labs')
  useOpenLabs(sheet)
  const [position, choose] = useState('default')
  useEffect(() => {
    const asked = new URLSearchParams(location.search).get('position')
    if (sheet.positions.some(({ id }) => id === asked)) choose(asked!)
  }, [sheet])
  const shown = useShown(sheet.slug, position)
  const isHidden = sheet.crossSite && sheet.attackerOrigin === null
  return (
    <>
      <PhaseNotice />
      {isHidden && <p className="notice">{t('no-second-site')}</p>}
      <Press />
      <div className="flow">
        <Predict sheet={sheet} position={position} />
        <Terminal sheet={sheet} run={shown.run} />
      </div>
      <Verdict sheet={sheet} position={position} shown={shown} />
      {sheet.positions.length > 1 && <Positions sheet={sheet} position={position} choose={choose} />}
      <ProofDialog />
    </>
  )
}
