import { asked, type PageParams, triedInRender } from '@/app/_labs/where/page-asked'
import { renewedLines } from '@/lib/labs/where/asked'

/** Renews while it is rendered. */
export default async function Page({ params }: PageParams) {
  const said = await triedInRender(await renewedLines(await asked(await params)))
  return <output>{said}</output>
}
