'use client' // everything that can be done to this lane from outside, or all at once
import { useLive } from '@/app/_live/state/store'
import { Card } from '@/app/_ui/card/card'
import { useText } from '@/lib/i18n/client'
import type { StrategyName } from '@/lib/strategies/strategy'
import { AddAtOnce } from './at-once/at-once'
import { Fill } from './at-once/fill'
import { ClockList } from './clock-list'
import { EndSignIns } from './end-sign-ins'
import { Group } from './group'
import { KeysAndRows } from './keys-and-rows'
import { PasswordForm } from './password/password-form'
import { Person } from './person'

/** Keyed by device: what came of an act on one is not shown on the other. What is typed stays. */
export function LaneActs({ strategy }: { strategy: StrategyName }) {
  const t = useText('acts')
  const device = useLive((live) => live.device)
  const groups = {
    password: <PasswordForm key={device} strategy={strategy} />,
    person: <Person key={device} strategy={strategy} />,
    end: <EndSignIns key={device} strategy={strategy} />,
    fill: <Fill key={device} strategy={strategy} />,
    'at-once': <AddAtOnce key={device} strategy={strategy} />,
    keys: <KeysAndRows key={device} strategy={strategy} />,
  }
  return (
    <Card id="h-acts" icon="clock" title={t('title')}>
      <ClockList strategy={strategy} />
      {Object.entries(groups).map(([name, group]) => (
        <Group key={name} title={t(`group.${name}`)}>
          {group}
        </Group>
      ))}
    </Card>
  )
}
