'use client' // one view for all three lanes, never three

import { useLive } from '@/app/_live/state/store'
import { VIEWS } from '@/app/_live/state/types'
import { later } from '@/app/_ui/later'
import { Tabs } from '@/app/_ui/tabs'
import { useText } from '@/lib/i18n/client'

// Its place is at the right, before and after.
const CaptionPlace = () => <span className="ml-auto" />
const ViewCaption = later(() => import('./view-caption').then((file) => file.ViewCaption), CaptionPlace)
const ProjectorButton = later(() => import('@/app/_frame/projector').then((file) => file.ProjectorButton))
const MarkKey = later(() => import('@/app/_panel/mark-key').then((file) => file.MarkKey))

export function ViewsBar() {
  const t = useText('compare')
  const view = useLive((live) => live.view)
  const tabs = VIEWS.map((id) => ({ id, label: t(`views.${id}`) }))
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-4 border-y border-line bg-paper px-1.5 max-tablet:px-0 print:hidden">
      <Tabs
        tabs={tabs}
        chosen={view}
        choose={(id) => useLive.setState({ view: id })}
        label={t('views.label')}
        look="views"
        name="view"
      />
      <ViewCaption />
      <span className="contents projector:hidden">
        <MarkKey />
      </span>
      <ProjectorButton />
    </div>
  )
}
