import type { ReactNode } from 'react'

/** A page with nothing on it but a few words: what is missing, broken, or done. */
export function Plain({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main
      id="main"
      className="mx-auto grid max-w-page justify-items-start gap-4 px-gutter py-24 text-16 max-tablet:py-16 [&>p]:max-w-measure [&>p]:wrap-anywhere [&>p]:text-ink-2"
    >
      <h1 className="text-28 leading-tight tracking-tight">{title}</h1>
      {children}
    </main>
  )
}
