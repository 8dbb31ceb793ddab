'use client'
// Where to begin, and all of them in a row.
import Link from 'next/link'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useOpen } from '@/app/_live/state/use-open'
import { Button, buttonClass } from '@/app/_ui/button'
import { Icon } from '@/app/_ui/icon'
import { useLocale, useText } from '@/lib/i18n/client'
import { localePath } from '@/lib/i18n/routing'
import { useKept } from '../run/kept'
import { inARow, runAll, stopAll, useRunAll } from '../run/run-all'
import { useRun } from '../run/run-state'
import { type LabSheet, namespaceOf } from '../sheet'
import { ShelfTold } from './shelf-told'

type Kept = Pick<ReturnType<typeof useKept.getState>, 'results'>

const isRun = ({ results }: Kept, { slug }: LabSheet) => results[slug]?.default !== undefined

export function Begin({ sheets }: { sheets: readonly LabSheet[] }) {
  const t = useText('labs')
  const next = useKept((kept) => sheets.findIndex((sheet) => !isRun(kept, sheet)))
  const done = useKept((kept) => sheets.filter((sheet) => isRun(kept, sheet)).length)
  const [ended, setEnded] = useState(0)
  const all = useRef<HTMLButtonElement>(null)
  useEffect(() => () => void stopAll(), [])
  const row = inARow(sheets)
  const start = () => {
    setEnded(0)
    void runAll(row).then(() => setEnded(row.length))
  }
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 pb-3 text-13">
      {next >= 0 && <Next sheet={sheets[next]!} n={next + 1} />}
      <AllButtons n={row.length} start={start} all={all} />
      <span className="text-ink-2">{t('index.count', { done, of: sheets.length })}</span>
      <span className="text-ink-3 tablet:ml-auto">{t(done === 0 ? 'index.open' : 'index.note')}</span>
      <ShelfTold sheets={sheets} row={row} ended={ended > 0} />
    </div>
  )
}

function Next({ sheet, n }: { sheet: LabSheet; n: number }) {
  const t = useText('labs')
  const own = useText(namespaceOf(sheet.slug))
  const locale = useLocale()
  return (
    <Link
      href={localePath(locale, `/labs/${sheet.slug}`)}
      prefetch={false}
      className={buttonClass({ look: 'solid' })}
    >
      {t(n === 1 ? 'index.begin' : 'index.go-on', { n, lab: own('short') })}
    </Link>
  )
}

interface AllProps {
  n: number
  start(): void
  all: RefObject<HTMLButtonElement | null>
}

function AllButtons({ n, start, all }: AllProps) {
  const t = useText('labs')
  const open = useOpen()
  const busy = useRun((state) => state.busy)
  const { of, done } = useRunAll()
  const isOn = of > 0
  const stop = () => {
    all.current?.focus()
    void stopAll()
  }
  return (
    <>
      <Button ref={all} off={!open || busy || isOn} onClick={start}>
        <Icon name="play" className="size-3.5 stroke-[1.5]" />
        <span>{isOn ? t('index.run-all-at', { n: done + 1, of }) : t('index.run-all', { n })}</span>
      </Button>
      {isOn && <Button onClick={stop}>{t('run.stop')}</Button>}
    </>
  )
}
