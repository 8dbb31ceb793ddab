'use client'
// Writes to the clipboard on a click; without JavaScript there is no button.
import { type MouseEvent, useEffect, useState } from 'react'
import { Button } from '@/app/_ui/button'
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
    // A long one lies in two pieces, the second of them folded.
    const pieces = currentTarget.closest('figure')?.querySelectorAll('pre') ?? []
    const text = [...pieces].map((piece) => piece.textContent).join('')
    setState((await copyText(text)) ? 'done' : 'failed')
  }
  return (
    <span className="ml-auto flex items-center gap-1.5 text-12 print:hidden">
      <span role="status">{state === 'ready' ? '' : words[state]}</span>
      <Button
        look="quiet"
        size="square"
        aria-label={label}
        onClick={(event) => void copy(event)}
        onBlur={() => setState('ready')}
      >
        <Icon name="copy" />
      </Button>
    </span>
  )
}
