'use client'
// Asks the control plane for what a device of this sandbox holds.
import { useState } from 'react'
import { act } from '@/app/_live/requests/acts'
import { useLive } from '@/app/_live/state/store'
import { useCustomer } from '@/app/_live/state/use-customer'
import { useSandboxOpen } from '@/app/_live/state/use-open'
import { Button } from '@/app/_ui/button'
import { Segments } from '@/app/_ui/segments'
import { useText } from '@/lib/i18n/client'
import { VISITOR_DEVICES, type VisitorDevice } from '@/lib/reading/visitor-device'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { type OwnCredential, ownCredential } from './own-credential'

type Found = Awaited<ReturnType<typeof ownCredential>>

interface Props {
  strategy: StrategyName
  choose(strategy: StrategyName): void
  take(credential: OwnCredential | null): void
}

export function ChooseCredential({ strategy, choose, take }: Props) {
  const t = useText('bench')
  const inspector = useText('inspector')
  const [device, setDevice] = useState<VisitorDevice>('laptop')
  const [missing, setMissing] = useState<Exclude<Found, OwnCredential> | null>(null)
  const open = useSandboxOpen()
  const fetchOwn = async () => {
    const found = await ownCredential(strategy, device)
    const isThere = typeof found === 'object'
    setMissing(isThere ? null : found)
    take(isThere ? found : null)
  }
  const pick = (change: () => void) => {
    setMissing(null)
    change()
  }
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Segments
        name="bench-lane"
        label={t('choose.lane')}
        segments={STRATEGIES.map((id) => ({ id, label: id }))}
        chosen={strategy}
        choose={(lane) => pick(() => choose(lane))}
      />
      <Segments
        name="bench-device"
        label={t('choose.device')}
        segments={VISITOR_DEVICES.map((id) => ({ id, label: inspector(`device.${id}`) }))}
        chosen={device}
        choose={(one) => pick(() => setDevice(one))}
      />
      <Button off={!open} onClick={() => void fetchOwn()}>
        {t('choose.open')}
      </Button>
      {missing === 'none' && <Missing strategy={strategy} device={device} then={() => void fetchOwn()} />}
      {missing && missing !== 'none' && (
        <p className="basis-full" role="status">
          {t(`choose.${missing}`)}
        </p>
      )}
    </div>
  )
}

/** Nobody is signed in there: one real request changes that. */
function Missing({
  strategy,
  device,
  then,
}: {
  strategy: StrategyName
  device: VisitorDevice
  then(): void
}) {
  const t = useText('bench')
  const customer = useCustomer()
  const signIn = async () => {
    if (!customer) return
    const before = newestOf(strategy, device)
    await act([strategy], device, { act: 'sign-in', email: customer.email })
    await toldOf(() => newestOf(strategy, device) !== before)
    then()
  }
  return (
    <p className="basis-full" role="status">
      {t('choose.none')}{' '}
      <Button size="sm" off={!customer} onClick={() => void signIn()}>
        {t('choose.sign-in')}
      </Button>
    </p>
  )
}

const newestOf = (strategy: StrategyName, device: VisitorDevice) =>
  useLive.getState().exchanges.findLast((one) => one.strategy === strategy && one.device === device)?.id

/** Milliseconds. */
const PATIENCE = 3000

/** The event stream tells of an exchange right after its answer, unless it is broken. */
function toldOf(isTold: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(patience)
      stop()
      resolve()
    }
    const stop = useLive.subscribe(() => isTold() && done())
    const patience = setTimeout(done, PATIENCE)
    if (isTold()) done()
  })
}
