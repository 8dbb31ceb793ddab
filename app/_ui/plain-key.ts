import type { KeyboardEvent } from 'react'

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'getModifierState'
> & { nativeEvent: Pick<globalThis.KeyboardEvent, 'isComposing'> }

/**
 * The key, when it is the page's to take. null: with a modifier it is the browser's (Alt+Left is Back), and while a syllable is
 * being composed it is the input method's.
 */
export function plainKey(event: Pressed): string | null {
  const { key, altKey, ctrlKey, metaKey, shiftKey, nativeEvent } = event
  const modified = altKey || ctrlKey || metaKey || shiftKey || event.getModifierState('AltGraph')
  return modified || nativeEvent.isComposing ? null : key
}
