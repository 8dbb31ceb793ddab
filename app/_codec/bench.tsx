'use client'
// Works on texts in this browser, and on the visitor's own sandbox.
import { useEffect } from 'react'
import { PhaseNotice } from '@/app/_notices/phase-notice'
import { startLater } from '@/app/_notices/start-later'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { PasteBench } from './paste-bench'
import { SendBench } from './send-bench'

export function Bench() {
  useEffect(() => {
    startLater({ lanes: STRATEGIES })
  }, [])
  return (
    <>
      <PhaseNotice />
      <div className="grid grid-cols-[minmax(0,7fr)_minmax(0,5fr)] items-start gap-6 pt-6 max-laptop:grid-cols-[minmax(0,1fr)]">
        <SendBench />
        <PasteBench />
      </div>
    </>
  )
}
