import { asked, type PageParams } from '@/app/_labs/where/page-asked'

/** Beside the orders, in the same layout: from here a browser goes there without asking for the layout again. */
export default async function Page({ params }: PageParams) {
  const { shop } = await asked(await params)
  return <a href={`${shop}/where/layout/mina`}>→</a>
}
