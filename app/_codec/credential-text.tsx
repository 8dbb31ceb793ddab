'use client' // typed into

import { useId } from 'react'
import { useText } from '@/lib/i18n/client'

interface Props {
  label: string
  text: string
  change(text: string): void
  /** Characters, and for what this takes octets too. */
  most: number
  rows?: number
}

/** A text as it is: no spelling, no capitals, no memory of the browser's. */
export function CredentialText({ label, text, change, most, rows = 6 }: Props) {
  const t = useText('bench')
  const id = useId()
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-13 font-semibold">
        {label}
      </label>
      <textarea
        id={id}
        lang="en"
        className="w-full resize-y rounded-1 border border-line-strong bg-sunk px-2.5 py-2 font-mono text-wire leading-wire wrap-anywhere"
        rows={rows}
        value={text}
        maxLength={most}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        aria-describedby={`${id}-n`}
        onChange={(event) => change(event.target.value)}
      />
      <small id={`${id}-n`} className="text-12 text-ink-3">
        {t('characters', { n: text.length, most })}
      </small>
    </div>
  )
}
