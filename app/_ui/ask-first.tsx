'use client' // A native dialog: focus, Escape and the page behind it are the browser's.
import { useRef } from 'react'
import { Button } from './button'

interface Props {
  /** Unique on the page. */
  id: string
  look?: 'plain' | 'quiet'
  words: { open: string; title: string; text: string; yes: string; no: string }
  onYes(): void
}

/** A button for what cannot be taken back: it asks first. */
export function AskFirst({ id, look = 'plain', words, onYes }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const close = () => dialog.current?.close()
  const yes = () => {
    close()
    onYes()
  }
  return (
    <>
      <Button look={look} onClick={() => dialog.current?.showModal()}>
        <span>{words.open}</span>
      </Button>
      <dialog
        ref={dialog}
        className="w-110 max-w-[calc(100vw-2rem)] rounded-2 border-2 border-ink bg-surface p-5 text-ink shadow-2 backdrop:bg-ink/45"
        aria-labelledby={id}
      >
        <h2 id={id} className="text-20">
          {words.title}
        </h2>
        <p className="mt-2 text-ink-2">{words.text}</p>
        <div className="mt-4 flex flex-wrap gap-2">
          <Button onClick={close}>
            <span>{words.no}</span>
          </Button>
          <Button look="solid" onClick={yes}>
            <span>{words.yes}</span>
          </Button>
        </div>
      </dialog>
    </>
  )
}
