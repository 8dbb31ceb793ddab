'use client' // chooses whose cookie store the acts come from

import { useLive } from '@/app/_live/state/store'
import { useShownDevice } from '@/app/_live/state/use-lane'
import { Icon } from '@/app/_ui/icon'
import { Segments } from '@/app/_ui/segments'
import { useText } from '@/lib/i18n/client'
import { VISITOR_DEVICES } from '@/lib/reading/visitor-device'

/** `compact`: the pictures alone, with their names for who cannot see them. */
export function DeviceSwitch({ compact = false }: { compact?: boolean }) {
  const t = useText('shop')
  const device = useShownDevice()
  const segments = VISITOR_DEVICES.map((id) => ({
    id,
    label: (
      <>
        <Icon name={id} />
        <span className={compact ? 'sr-only' : undefined}>{t(`device.${id}`)}</span>
      </>
    ),
  }))
  return (
    <Segments
      name="device"
      label={t('device.label')}
      segments={segments}
      // In the past it is the device of the step, and may be one that nobody can take in hand.
      chosen={VISITOR_DEVICES.find((name) => name === device) ?? null}
      choose={(name) => useLive.setState({ device: name, cursor: null, event: null })}
      className="flex-none"
    />
  )
}
