import type { KeyboardEvent } from 'react'

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'getModifierState'
> &
  // As React hands it on, or the browser's own.
  (
    | { nativeEvent: Pick<globalThis.KeyboardEvent, 'isComposing'> }
    | Pick<globalThis.KeyboardEvent, 'isComposing'>
  )

/**
 * The key, when it is the page's to take. null: with a modifier it is the browser's (Alt+Left is Back), and while a syllable is
 * being composed it is the input method's.
 */
export function plainKey(event: Pressed): string | null {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event
  const modified = altKey || ctrlKey || metaKey || shiftKey || event.getModifierState('AltGraph')
  const { isComposing } = 'nativeEvent' in event ? event.nativeEvent : event
  return modified || isComposing ? null : key
}

/** With Alt and nothing else: which key it is by its place, because Option changes what a Mac writes. null: another chord. */
export function altKey({
  code,
  altKey: alt,
  ctrlKey,
  metaKey,
  shiftKey,
}: globalThis.KeyboardEvent): string | null {
  return alt && !ctrlKey && !metaKey && !shiftKey ? code : null
}
