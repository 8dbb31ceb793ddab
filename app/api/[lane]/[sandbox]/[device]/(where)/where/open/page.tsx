import { orderChecked, orderUnchecked } from '@/app/_labs/where/actions'
import { asked, type PageParams } from '@/app/_labs/where/page-asked'

/** For everybody: nothing here is Mina's but the forms, and whoever may see them learns the names of their actions. */
export default async function Page({ params }: PageParams) {
  const place = await params
  await asked(place)
  return (
    <>
      <form id="unchecked" action={orderUnchecked.bind(null, place, 'mina')} />
      <form id="checked" action={orderChecked.bind(null, place, 'mina')} />
    </>
  )
}
