'use client' // one view for all three lanes, never three

import { useLocale, useText } from '@/lib/i18n/client'
import { Tabs } from '../_ui/tabs'
import { useLive } from './live'
import { VIEWS } from './live-types'
import { spoken } from './result-of'
import { useChosen } from './use-lane'

export function ViewsBar() {
  const t = useText('compare')
  const view = useLive((live) => live.view)
  const tabs = VIEWS.map((id) => ({ id, label: t(`views.${id}`) }))
  return (
    <div className="views">
      <Tabs
        tabs={tabs}
        chosen={view}
        choose={(id) => useLive.setState({ view: id })}
        label={t('views.label')}
        className="vtabs"
        name="view"
      />
      <Caption />
    </div>
  )
}

function Caption() {
  const t = useText('compare')
  const view = useLive((live) => live.view)
  const locale = useLocale()
  const { step, act } = useChosen()
  if (!step) return <span className="cap">{t('views.cap-none')}</span>
  const after = act ? Math.max(0, (Date.parse(step.at) - Date.parse(act.at)) / 1000) : null
  return (
    <span className="cap">
      <b>{t('views.step', { n: step.index + 1 })}</b>
      <span>
        {after === null || step.deskActs === 0
          ? '. '
          : t('views.after-desk', { time: spoken(after, locale) })}
      </span>
      <span>{t(`views.cap.${view}`)}</span>
    </span>
  )
}
