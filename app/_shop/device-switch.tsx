'use client' // chooses whose cookie store the acts come from

import { useText } from '@/lib/i18n/client'
import { Icon } from '../_ui/icon'
import { useLive } from './live'
import { VISITOR_DEVICES } from './live-types'
import { useShownDevice } from './use-lane'

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
            onChange={() => useLive.setState({ device: name, cursor: null })}
          />
          <Icon name={name} />
          <span>{t(`device.${name}`)}</span>
        </label>
      ))}
    </div>
  )
}
