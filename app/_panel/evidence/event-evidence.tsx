'use client'
// An opened event in the place of a step: who did what and when, and what it changed, lane by lane.
import { ROWS, TABLE } from '@/app/_ui/table-roles'
import { useLocale, useText } from '@/lib/i18n/client'
import { clockTime } from '@/lib/reading/format'
import { isClockTurned } from '@/lib/reading/timeline/clock-turned'
import type { OutsideEvent } from '@/lib/reading/timeline/event-id'
import type { OwnerAct } from '@/lib/trace/model/owner-act'
import { useEventWords } from './event-words'
import { LaneHeads } from './lane-heads'
import { LaneRow, Line, Said, Title, WideRow } from './row'
import { StoredByEvent } from './stored-section'

export function EventEvidence({ event }: { event: OutsideEvent }) {
  const t = useText('evidence')
  const words = useEventWords()
  return (
    <table {...TABLE} className="block font-mono text-wire leading-wire">
      <caption className="sr-only">{t('event.table', { what: words(event) })}</caption>
      <LaneHeads />
      <tbody {...ROWS} className="block pb-1">
        <WideRow>
          <Title end={<When event={event} />}>
            {t(isOfDesk(event) ? 'event.by-desk' : 'event.by-owner')}
          </Title>
          <Said>{words(event)}</Said>
        </WideRow>
        {'dials' in event && <DialRows dials={event.dials!} />}
        {event.act === 'clock' && <ClockRow act={event} />}
      </tbody>
      <StoredByEvent event={event} />
    </table>
  )
}

/** Sam does it in the shop's own office; the rest is done to the sandbox by whoever has it. */
const OF_DESK: readonly string[] = [
  'force-sign-out',
  'force-sign-out-device',
  'force-sign-out-everyone',
  'promote',
  'demote',
  'set-discount',
]
const isOfDesk = ({ act }: OutsideEvent) => OF_DESK.includes(act)

/** By the sandbox clock, and where that was turned by the real one too. */
function When({ event }: { event: OutsideEvent }) {
  const t = useText('evidence')
  const locale = useLocale()
  const time = clockTime(event.sandboxAt, locale)
  if (!isClockTurned(event)) return <time dateTime={event.at}>{time}</time>
  return <span>{t('event.when', { time, real: clockTime(event.at, locale) })}</span>
}

function DialRows({ dials }: { dials: NonNullable<OwnerAct['dials']> }) {
  const t = useText('evidence')
  return dials.map(({ strategy, name, was, value }) => (
    <LaneRow
      key={`${strategy}.${name}`}
      name={<span lang="en">{name}</span>}
      cell={(lane) =>
        lane === strategy && <WasNow name={name} was={String(was ?? '')} now={String(value)} t={t} />
      }
    />
  ))
}

function ClockRow({ act }: { act: OwnerAct }) {
  const t = useText('evidence')
  const ahead = (seconds: number | undefined) => t('event.ahead', { n: seconds ?? 0 })
  return (
    <WideRow>
      <WasNow
        name={t('event.clock')}
        was={ahead(act.wasOffsetSeconds)}
        now={ahead(act.offsetSeconds)}
        t={t}
      />
    </WideRow>
  )
}

interface WasNowProps {
  name: string
  was: string
  now: string
  t(key: string): string
}

function WasNow({ name, was, now, t }: WasNowProps) {
  return (
    <>
      <Line look="gone" end={{ text: t('word.was') }}>
        <s>{`${name} ${was}`}</s>
      </Line>
      <Line look="differs" end={{ text: t('word.now') }}>
        {`${name} ${now}`}
      </Line>
    </>
  )
}
