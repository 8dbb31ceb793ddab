import type { ReactNode } from 'react'
import { asked, type PageParams, triedInRender } from '@/app/_labs/where/page-asked'
import { renewedLines } from '@/lib/labs/where/asked'

/** Renews while it is rendered, around a page that does not. */
export default async function Layout({ children, params }: PageParams & { children: ReactNode }) {
  const said = await triedInRender(await renewedLines(await asked(await params)))
  return (
    <main>
      <output>{said}</output>
      {children}
    </main>
  )
}
