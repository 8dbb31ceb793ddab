'use client' // reads the live store
import { useLive } from '@/app/_live/state/store'
import { later } from '@/app/_ui/later'

const SandboxOfPage = later(() => import('./sandbox-of-page').then((file) => file.SandboxOfPage))

/** Comes with the sandbox: most pages have none. */
export function SandboxName() {
  const id = useLive((live) => live.sandbox?.id)
  return id && <SandboxOfPage id={id} />
}
