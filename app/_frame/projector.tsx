'use client' // hears a key, and remembers for this tab

import { useEffect } from 'react'
import { create } from 'zustand'
import { buttonClass } from '@/app/_ui/button'
import { cx } from '@/app/_ui/cx'
import { Icon } from '@/app/_ui/icon'
import { altKey, plainKey } from '@/app/_ui/plain-key'
import { useText } from '@/lib/i18n/client'
import { STORAGE } from '@/lib/site/storage-keys'

/** For a room: large type, and nothing but the acts, the lanes and the panel (site.css). */
const useProjector = create(() => ({ on: false }))

const BUTTON = 'projector'

function turn(on: boolean): void {
  useProjector.setState({ on })
  document.documentElement.toggleAttribute('data-projector', on)
  keep(on)
  // What had the focus may have left the page.
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.getElementById(BUTTON)?.focus()
  })
}

function keep(on: boolean): void {
  try {
    if (on) sessionStorage.setItem(STORAGE.projector, 'on')
    else sessionStorage.removeItem(STORAGE.projector)
  } catch {
    // A page without storage forgets with the reload.
  }
}

function isKept(): boolean {
  try {
    return sessionStorage.getItem(STORAGE.projector) === 'on'
  } catch {
    return false
  }
}

/** Alt+P, and Escape where nothing else is open that it would close. A letter alone would be heard by speech input (WCAG 2.2, 2.1.4). */
function heard(event: KeyboardEvent): void {
  const { on } = useProjector.getState()
  if (altKey(event) === 'KeyP') {
    event.preventDefault()
    turn(!on)
  }
  const isFree = !event.defaultPrevented && !document.querySelector(':popover-open, dialog[open]')
  if (plainKey(event) === 'Escape' && on && isFree) turn(false)
}

/** On the page whose it is; elsewhere the site looks as ever. */
function useKeys(): void {
  useEffect(() => {
    if (isKept()) turn(true)
    document.addEventListener('keydown', heard)
    return () => {
      document.removeEventListener('keydown', heard)
      document.documentElement.removeAttribute('data-projector')
      useProjector.setState({ on: false })
    }
  }, [])
}

/** Says its key where it is pressed. */
export function ProjectorButton() {
  const t = useText('compare')
  const on = useProjector((state) => state.on)
  useKeys()
  return (
    <button
      type="button"
      id={BUTTON}
      aria-pressed={on}
      aria-keyshortcuts="Alt+P"
      className={cx(buttonClass({ look: 'quiet', size: 'sm' }), 'max-tablet:hidden print:hidden')}
      onClick={() => turn(!on)}
    >
      <Icon name="screen" className="size-3.5 stroke-[1.5]" />
      <span className="max-[90rem]:sr-only">{t('projector.name')}</span>
      <kbd className="max-[80rem]:hidden rounded-1 border border-line px-1 font-mono leading-none">
        {on ? 'Esc' : 'Alt+P'}
      </kbd>
    </button>
  )
}
