'use client' // one view for all three lanes, never three

import { useLive } from '@/app/_live/state/store'
import { VIEWS } from '@/app/_live/state/types'
import { useChosen } from '@/app/_live/state/use-lane'
import { Tabs } from '@/app/_ui/tabs'
import { useLocale, useText } from '@/lib/i18n/client'
import { spoken } from '@/lib/reading/timeline/result-of'

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
