/** What pages to read are made of: headings beside their text where there is room, a measure, tables that become lists. */
import type { ReactNode } from 'react'
import { cx } from '../cx'

export function Reading({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <main
      id="main"
      className="mx-auto grid max-w-page grid-cols-[minmax(0,1fr)] gap-6 px-gutter pt-8 max-tablet:pt-5 print:block print:[&>*]:mb-4"
    >
      <h1 className="text-40 leading-tight tracking-tight max-tablet:text-28">{title}</h1>
      <p className="max-w-measure text-16 leading-text">{lead}</p>
      {children}
    </main>
  )
}

export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section
      aria-labelledby={id}
      className="grid scroll-mt-4 grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-3 border-t border-line pt-6 laptop:grid-cols-[17.5rem_minmax(0,1fr)] print:block"
    >
      <h2 id={id} className="text-20 leading-tight">
        {title}
      </h2>
      <div className="grid min-w-0 justify-items-start gap-3 print:block print:[&>*]:mb-3">{children}</div>
    </section>
  )
}

export function Paragraph({ children }: { children: ReactNode }) {
  return <p className="max-w-measure leading-text text-ink-2">{children}</p>
}

export function Bullets({ children }: { children: ReactNode }) {
  return (
    <ul className="grid list-disc gap-2 print:block pl-5 leading-text text-ink-2 [&>li]:max-w-measure">
      {children}
    </ul>
  )
}

/** `list`: under 480 px each row is a block of its own, its cells below one another; else it stays a table of few, narrow columns. */
export function Facts({ list = false, children }: { list?: boolean; children: ReactNode }) {
  return (
    <table
      className={cx(
        'max-w-full border-collapse text-left align-top [&_thead]:text-13 [&_thead]:text-ink-3 [&_tr]:border-b [&_tr]:border-line',
        '[&_:is(th,td)]:py-1.5 [&_:is(th,td)]:pr-6 [&_:is(th,td)]:align-top [&_:is(th,td)]:font-normal max-tablet:[&_:is(th,td)]:pr-2 [&_:is(th,td):last-child]:pr-0',
        '[&_code]:wrap-anywhere',
        list &&
          'max-narrow:block max-narrow:[&_:is(tbody,tr,th,td)]:block max-narrow:[&_:is(th,td)]:p-0 max-narrow:[&_thead]:sr-only max-narrow:[&_tr]:py-2',
      )}
    >
      {children}
    </table>
  )
}

/** Figures stand under one another. */
export const FIGURE = 'text-right tabular-nums tablet:whitespace-nowrap'
