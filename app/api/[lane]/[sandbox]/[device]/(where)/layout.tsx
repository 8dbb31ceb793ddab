import type { ReactNode } from 'react'

/** Of lab X24's pages: no words, no script, nothing of the site around them. */
export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
