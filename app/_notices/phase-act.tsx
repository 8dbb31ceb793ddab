'use client' // presses what the phase offers
import { Button, buttonClass } from '@/app/_ui/button'
import { focusTitle } from '@/app/_ui/focus-title'
import { usePhase } from './phase-words'

/** What can be done about it, beside the words. The button goes when it is pressed: the title of the page gets the focus. */
export function PhaseAct() {
  const { act, framed } = usePhase()
  const press = () => {
    focusTitle()
    act?.press()
  }
  return (
    <>
      {act && (
        <Button size="sm" onClick={press}>
          <span>{act.label}</span>
        </Button>
      )}
      {framed && (
        <a className={buttonClass({ size: 'sm' })} href="/" target="_blank" rel="noopener">
          {framed}
        </a>
      )}
    </>
  )
}
