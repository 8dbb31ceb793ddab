'use client'
// A native dialog: focus, Escape and the page behind it are the browser's.
import { useEffect, useRef } from 'react'
import { create } from 'zustand'
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
      className={`proofdialog ${proof.lane}`}
      aria-labelledby="h-proof"
      onClose={() => useProof.setState({ proof: null })}
    >
      <header>
        <LaneName lane={proof.lane} />
        <h2 id="h-proof">{proof.title}</h2>
        <button type="button" className="btn sm" onClick={() => dialog.current?.close()}>
          <Icon name="cross" />
          {t('proof.close')}
        </button>
      </header>
      <ProofPanel proof={proof} />
    </dialog>
  )
}
