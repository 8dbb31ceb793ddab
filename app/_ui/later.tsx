'use client' // fetches parts of the page in the browser

import { type ComponentType, useSyncExternalStore } from 'react'
import { useText } from '@/lib/i18n/client'
import { Button } from './button'
import { type Later, LaterFile } from './later-file'

interface Drawn<Props> {
  (props: Props): React.ReactNode
  /** Fetches it before it is needed. */
  fetch(): Promise<void>
}

const COMING: Later<never> = { state: 'coming' }

/** A component that comes when it is first drawn, and never on the server. `Place`: what stands there until then. */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Place: ComponentType = Nothing,
): Drawn<Props> {
  const file = new LaterFile(load)
  function Part(props: Props) {
    const part = useLater(file)
    if (part.state === 'coming') return <Place />
    if (part.state === 'missing') return <Missing />
    return <part.value {...props} />
  }
  return Object.assign(Part, { fetch: file.fetch })
}

/** @throws what the file threw: a defect is for the error page */
export function useLater<T>(file: LaterFile<T>): Exclude<Later<T>, { state: 'broken' }> {
  const here = useSyncExternalStore(file.subscribe, file.now, () => COMING)
  if (here.state === 'broken') throw here.error
  return here
}

const Nothing = () => null

/** Another build has other files: then only a reload helps. */
export function Missing() {
  const t = useText('shell')
  return (
    <div className="grid justify-items-start gap-2 px-4 py-3 text-13 text-ink-2" role="status">
      <p>{t('missing.text')}</p>
      <Button size="sm" onClick={() => location.reload()}>
        {t('missing.reload')}
      </Button>
    </div>
  )
}
