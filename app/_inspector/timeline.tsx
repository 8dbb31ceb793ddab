'use client'
import { useMemo } from 'react'
import { useText } from '@/lib/i18n/client'
// Reads the live store and moves its cursor.
import { DEVICES, STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { useLive } from '../_shop/live'
import { VISITOR_DEVICES } from '../_shop/live-types'
import { useChosen } from '../_shop/use-lane'
import { Icon } from '../_ui/icon'
import { chooseStep } from './cursor'
import { Exports } from './exports'
import { actionText } from './marks'
import type { Row } from './timeline-column'
import { TimelineGrid } from './timeline-grid'
import '../styles/inspector.css'

/** All exchanges of the sandbox, one row for each lane and device. `lanes`: only these rows; the steps stay the same. */
export function Timeline({ lanes = STRATEGIES }: { lanes?: readonly StrategyName[] }) {
  const t = useText('inspector')
  const { steps } = useChosen()
  const chosen = useLive((live) => live.lane)
  const attacked = useLive((live) => live.exchanges.some(({ device }) => device === 'attacker'))
  const devices = attacked ? DEVICES : VISITOR_DEVICES
  const rows = useMemo(
    (): Row[] => lanes.flatMap((lane) => devices.map((device) => ({ lane, device }))),
    [lanes, devices],
  )
  return (
    <section className="tl" data-lane={chosen} aria-label={t('timeline.title')}>
      <div className="wrap">
        {steps.length === 0 ? <p className="bar dim">{t('timeline.empty')}</p> : <Bar lanes={lanes} />}
        {steps.length > 0 && <TimelineGrid rows={rows} />}
      </div>
    </section>
  )
}

function Bar({ lanes }: { lanes: readonly StrategyName[] }) {
  const t = useText('inspector')
  const { steps, step } = useChosen()
  const dropped = useLive((live) => live.dropped)
  const at = step?.index ?? 0
  const [first] = Object.values(step?.exchanges ?? {})
  const told = first && { n: at + 1, action: actionText(first), device: t(`device.${first.device}`) }
  return (
    <div className="bar">
      <button
        type="button"
        className="iconbtn"
        aria-label={t('timeline.back')}
        disabled={at === 0}
        onClick={() => chooseStep(at - 1)}
      >
        <Icon name="back" />
      </button>
      <button
        type="button"
        className="iconbtn"
        aria-label={t('timeline.on')}
        disabled={at >= steps.length - 1}
        onClick={() => chooseStep(at + 1)}
      >
        <Icon name="chevron" />
      </button>
      <span className="now">
        <b>{t('timeline.step', { n: at + 1, of: steps.length })}</b>{' '}
        {told && (
          <span className="dim nowrap">
            {told.action}, {told.device}
          </span>
        )}
      </span>
      <label className="scrub">
        <span className="vh">{t('timeline.scrub')}</span>
        <input
          type="range"
          min={1}
          max={steps.length}
          value={at + 1}
          aria-valuetext={told && t('timeline.chosen', told)}
          onChange={(event) => chooseStep(Number(event.target.value) - 1)}
        />
      </label>
      <span className="tools">
        {dropped > 0 && <span className="dim">{t('timeline.letGo', { count: dropped })}</span>}
        <span className="dim keys">{t('timeline.key')}</span>
        <Exports lanes={lanes} />
      </span>
    </div>
  )
}
