'use client' // chooses whose cookie store the acts come from

import { useLive } from '@/app/_live/state/store'
import { useShownDevice } from '@/app/_live/state/use-lane'
import { Icon } from '@/app/_ui/icon'
import { useText } from '@/lib/i18n/client'
import { VISITOR_DEVICES } from '@/lib/reading/visitor-device'

export function DeviceSwitch() {
  const t = useText('shop')
  const device = useShownDevice()
  return (
    <div className="seg" role="radiogroup" aria-label={t('device.label')}>
      {VISITOR_DEVICES.map((name) => (
        <label key={name}>
          <input
            type="radio"
            name="device"
            checked={name === device}
            onChange={() => useLive.setState({ device: name, cursor: null, event: null })}
          />
          <Icon name={name} />
          <span>{t(`device.${name}`)}</span>
        </label>
      ))}
    </div>
  )
}
