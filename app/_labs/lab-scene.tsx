'use client'
// Guesses, runs and what they found live in this browser.
import { useEffect, useState } from 'react'
import { useText } from '@/lib/i18n/client'
import { PhaseNotice } from '../_shop/phase-notice'
import { Positions } from './positions'
import { Predict } from './predict'
import { ProofDialog } from './proof'
import { useRun } from './run'
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

/** A window of the attacker's site that the browser has blocked opens by a click. */
function Press() {
  const t = useText('labs')
  const press = useRun((state) => state.press)
  if (!press) return null
  return (
    <div className="notice" role="alert">
      <p>{t('press.why')}</p>
      <button type="button" className="btn sm" onClick={press}>
        {t('press.open')}
      </button>
    </div>
  )
}
