/** Fetches what is to be done for a code, does it, and reports what this site could see. */
import type { Errand, ErrandKind, Report } from '@/lib/labs/attacker/errand'
import { bench } from './bench'
import { fetchFromHere, followLink, submitForm } from './forge'
import { askAsFrontEnd } from './front'
import { overflow } from './overflow'
import { post } from './post'

type Act = (errand: Errand) => Promise<Report> | Report

const ACTS: Record<ErrandKind, Act> = {
  fetch: fetchFromHere,
  frame: submitForm,
  form: submitForm,
  link: followLink,
  bench,
  overflow,
  front: askAsFrontEnd,
}

export async function runErrand(code: string): Promise<'done' | 'refused'> {
  const answer = await post('/attacker/errands', code, { code })
  if (!answer.ok) return 'refused'
  const { errand } = (await answer.json()) as { errand: Errand }
  const report = await ACTS[errand.kind](errand)
  await post('/attacker/reports', errand.ticket, { ticket: errand.ticket, report })
  // The page is on its way elsewhere, or a window that has done its work.
  if (errand.kind === 'bench' || errand.kind === 'overflow') window.close()
  return 'done'
}
