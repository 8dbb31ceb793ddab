'use client'
// It acts in the visitor's browser: that is the whole attack.
import { useEffect, useState } from 'react'
import { runErrand } from './run-errand'

type State = 'busy' | 'done' | 'refused'

/** The code comes behind the `#`, which no server is told. */
export function Errand({ words }: { words: Record<State, string> }) {
  const [state, setState] = useState<State>('busy')
  useEffect(() => {
    runOnce().then(setState, () => setState('refused'))
  }, [])
  return <p role="status">{words[state]}</p>
}

let running: Promise<State> | null = null

/** A code is good once, and development runs effects twice. */
function runOnce(): Promise<State> {
  running ??= runErrand(location.hash.slice(1))
  return running
}
