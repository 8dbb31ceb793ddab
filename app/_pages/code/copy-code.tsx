'use client'
// Writes to the clipboard on a click; without JavaScript there is no button.
import { type MouseEvent, useEffect, useState } from 'react'
import { copyText } from '@/app/_ui/copy-text'
import { Icon } from '@/app/_ui/icon'

type State = 'ready' | 'done' | 'failed'

interface Props {
  label: string
  /** After the click. */
  words: Record<Exclude<State, 'ready'>, string>
}

/** Copies the text of the <figure> that it stands in. */
export function CopyCode({ label, words }: Props) {
  const [state, setState] = useState<State | null>(null)
  useEffect(() => setState('ready'), [])
  if (state === null) return null
  const copy = async ({ currentTarget }: MouseEvent) => {
    const text = currentTarget.closest('figure')?.querySelector('code.text')?.textContent ?? ''
    setState((await copyText(text)) ? 'done' : 'failed')
  }
  return (
    <span className="copy">
      <span role="status">{state === 'ready' ? '' : words[state]}</span>
      <button
        type="button"
        className="iconbtn"
        aria-label={label}
        onClick={(event) => void copy(event)}
        onBlur={() => setState('ready')}
      >
        <Icon name="copy" />
      </button>
    </span>
  )
}
