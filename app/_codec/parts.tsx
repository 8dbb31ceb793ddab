import type { ReactNode } from 'react'

/** What a text was found to be. */
export function Opened({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section
      aria-label={title}
      className="grid gap-2 rounded-2 border border-line-strong bg-surface px-3.5 pt-2.5 pb-3 text-13 text-ink-2"
    >
      <h3 className="text-ink">{title}</h3>
      {children}
    </section>
  )
}

/** Its parts, one to a row. */
export function Parts({
  caption,
  heads,
  children,
}: {
  caption: string
  heads: string[]
  children: ReactNode
}) {
  return (
    <table className="w-full text-left text-13 [&_:is(th,td)]:border-t [&_:is(th,td)]:border-line [&_:is(th,td)]:px-2 [&_:is(th,td)]:py-1.5 [&_:is(th,td)]:align-top [&_:is(th,td)]:wrap-anywhere [&_small]:block [&_small]:text-12 [&_small]:text-ink-3 [&_tbody_th]:min-w-20 [&_tbody_th]:font-mono [&_tbody_th]:text-wire [&_tbody_th]:font-semibold [&_td_code]:font-mono [&_td_code]:text-wire [&_thead_th]:border-t-0 [&_thead_th]:text-12 [&_thead_th]:text-ink-3">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

export function BenchCard({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="min-w-0 rounded-2 border border-line bg-surface">
      <h2 id={id} className="border-b border-line px-4 py-2.5 text-13 font-semibold">
        {title}
      </h2>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3.5 px-4 pt-3.5 pb-4.5">{children}</div>
    </section>
  )
}
