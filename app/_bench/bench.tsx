'use client'
// Works on texts in this browser, and on the visitor's own sandbox.
import { useEffect } from 'react'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { PhaseNotice } from '../_shop/phase-notice'
import { start } from '../_shop/start'
import { PasteBench } from './paste-bench'
import { SendBench } from './send-bench'

export function Bench() {
  useEffect(() => {
    void start({ lanes: STRATEGIES })
  }, [])
  return (
    <>
      <PhaseNotice />
      <div className="benches">
        <SendBench />
        <PasteBench />
      </div>
    </>
  )
}
