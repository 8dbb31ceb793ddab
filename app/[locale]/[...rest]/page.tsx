import { notFound } from 'next/navigation'

/** Every address without a page: the 404 page then has the layout, the language and the nonce. */
export default function NoSuchPage() {
  notFound()
}
