'use client'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { useLocale, useText } from '@/lib/i18n/client'
import type { LoadQuestion } from '@/lib/labs/x22-load/multiply'
import { type AskedNumber, NUMBERS, numberIn } from './asked'

interface Props {
  asked: LoadQuestion
  ask(asked: LoadQuestion): void
}

/** A shop of one town, one of a country, and the number that is quoted most. */
const SIZES = [200, 10_000, 1_000_000] as const

export function Inputs({ asked, ask }: Props) {
  const t = useText('load')
  const locale = useLocale()
  return (
    <fieldset className="grid gap-3">
      <legend className="sr-only">{t('inputs')}</legend>
      <div className="flex flex-wrap items-center gap-2">
        {SIZES.map((visitors) => (
          <Button key={visitors} size="sm" onClick={() => ask({ ...asked, visitors })}>
            {t('size', { n: visitors.toLocaleString(locale) })}
          </Button>
        ))}
      </div>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,15rem),1fr))] gap-x-6 gap-y-2">
        {NUMBERS.map((number) => (
          <NumberField
            key={number.id}
            number={number}
            value={asked[number.id]}
            change={(value) => ask({ ...asked, [number.id]: value })}
          />
        ))}
      </div>
    </fieldset>
  )
}

interface FieldProps {
  number: AskedNumber
  value: number
  change(value: number): void
}

/** What is typed stays as it is typed; only what is within the bounds is worked with. */
function NumberField({ number, value, change }: FieldProps) {
  const t = useText('load')
  const locale = useLocale()
  const [typed, type] = useState<string | null>(null)
  const id = `load-${number.id}`
  const text = typed ?? String(value)
  const isWrong = numberIn(text, number) === null
  const bounds = { from: number.from.toLocaleString(locale), to: number.to.toLocaleString(locale) }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_6.5rem] items-center gap-x-3 text-13">
      <label htmlFor={id}>{t(`number.${number.id}`)}</label>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        className="h-7.5 rounded-2 border border-line-strong bg-surface px-2 text-right tabular-nums max-tablet:h-10"
        value={text}
        aria-invalid={isWrong}
        aria-describedby={`${id}-bounds`}
        onChange={({ target }) => {
          const found = numberIn(target.value, number)
          type(target.value)
          if (found !== null) change(found)
        }}
        onBlur={() => type(null)}
      />
      <span id={`${id}-bounds`} className="col-span-2 text-12 text-ink-3">
        {isWrong ? t('bounds', bounds) : ''}
      </span>
    </div>
  )
}
