'use client'
// Guesses, runs and what they found live in this browser.
import { useEffect, useState } from 'react'
import { useText } from '@/lib/i18n/client'
import { PhaseNotice } from '../_shop/phase-notice'
import { Positions } from './positions'
import { Predict } from './predict'
import { Press } from './press'
import { ProofDialog } from './proof'
import type { LabSheet } from './sheet'
import { Terminal } from './terminal'
import { useOpenLabs, useShown } from './use-lab'
import { Verdict } from './verdict'

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
