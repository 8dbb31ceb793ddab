import type { ReactNode } from 'react'

/** Head of a section of /code: its name, what it is called in the source, one paragraph. */
export function Heading({
  id,
  title,
  method,
  children,
}: {
  id: string
  title: string
  method?: string
  children: ReactNode
}) {
  return (
    <header className="grid gap-1">
      <h2 id={id} className="text-28 leading-tight tracking-tight">
        <span>{title}</span>
        {method && <code className="ml-2 font-mono text-16 font-normal text-ink-3">{method}</code>}
      </h2>
      <p className="max-w-measure leading-text text-ink-2">{children}</p>
    </header>
  )
}
