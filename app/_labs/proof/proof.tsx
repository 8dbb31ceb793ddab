'use client'
// A native dialog: focus, Escape and the page behind it are the browser's.
import { useEffect, useRef } from 'react'
import { create } from 'zustand'
import { Button } from '@/app/_ui/button'
import { Icon } from '@/app/_ui/icon'
import { later } from '@/app/_ui/later'
import { useText } from '@/lib/i18n/client'
import { LaneName } from '../lane-name'
import type { ProofOf } from './proof-panel'

/** The panel comes when the first proof is opened. */
const ProofPanel = later(() => import('./proof-panel').then((file) => file.ProofPanel))

const useProof = create<{ proof: ProofOf | null }>()(() => ({ proof: null }))

export const openProof = (proof: ProofOf): void => useProof.setState({ proof })

export function ProofDialog() {
  const proof = useProof((state) => state.proof)
  return proof && <Dialog key={proof.id} proof={proof} />
}

function Dialog({ proof }: { proof: ProofOf }) {
  const t = useText('labs')
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    return () => useProof.setState({ proof: null })
  }, [])
  return (
    <dialog
      ref={dialog}
      className={`lane-${proof.lane} ${proof.lane} max-h-[calc(100dvh-3rem)] w-[min(55rem,calc(100vw-2rem))] overflow-auto rounded-2 border border-line-strong bg-surface text-ink shadow-2 backdrop:bg-sunk/80 max-tablet:max-h-dvh max-tablet:w-screen max-tablet:max-w-none max-tablet:rounded-none`}
      aria-labelledby="h-proof"
      onClose={() => useProof.setState({ proof: null })}
    >
      <header className="z-1 flex items-center gap-3.5 border-b border-line bg-surface px-4 py-2.5 tall:sticky tall:top-0">
        <LaneName lane={proof.lane} />
        <h2 id="h-proof" className="text-14">
          {proof.title}
        </h2>
        <Button className="ml-auto" onClick={() => dialog.current?.close()}>
          <Icon name="cross" className="size-3.5 stroke-[1.5]" />
          {t('proof.close')}
        </Button>
      </header>
      <ProofPanel proof={proof} />
    </dialog>
  )
}
