import type { ReactNode } from 'react'
import { checked, type PageParams } from '@/app/_labs/where/page-asked'

/** Looks, and the pages in it do not. */
export default async function Layout({ children, params }: PageParams & { children: ReactNode }) {
  await checked('mina', await params)
  return <main>{children}</main>
}
