'use client'
// Asks the control plane for what a device of this sandbox holds.
import { useState } from 'react'
import { act } from '@/app/_live/requests/acts'
import { useLive } from '@/app/_live/state/store'
import { useCustomer } from '@/app/_live/state/use-customer'
import { useSandboxOpen } from '@/app/_live/state/use-open'
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
    <div className="choose">
      <Radios
        name="bench-lane"
        label={t('choose.lane')}
        of={STRATEGIES}
        chosen={strategy}
        pick={(lane) => pick(() => choose(lane))}
        text={(lane) => lane}
      />
      <Radios
        name="bench-device"
        label={t('choose.device')}
        of={VISITOR_DEVICES}
        chosen={device}
        pick={(one) => pick(() => setDevice(one))}
        text={(one) => inspector(`device.${one}`)}
      />
      <button type="button" className="btn" disabled={!open} onClick={() => void fetchOwn()}>
        {t('choose.open')}
      </button>
      {missing === 'none' && <Missing strategy={strategy} device={device} then={() => void fetchOwn()} />}
      {missing && missing !== 'none' && (
        <p className="missing" role="status">
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
    <p className="missing" role="status">
      {t('choose.none')}{' '}
      <button type="button" className="btn sm" disabled={!customer} onClick={() => void signIn()}>
        {t('choose.sign-in')}
      </button>
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

interface RadiosProps<Value extends string> {
  name: string
  label: string
  of: readonly Value[]
  chosen: Value
  pick(value: Value): void
  text(value: Value): string
}

function Radios<Value extends string>({ name, label, of, chosen, pick, text }: RadiosProps<Value>) {
  return (
    <div className="seg" role="radiogroup" aria-label={label}>
      {of.map((value) => (
        <label key={value}>
          <input type="radio" name={name} checked={value === chosen} onChange={() => pick(value)} />
          <span>{text(value)}</span>
        </label>
      ))}
    </div>
  )
}
