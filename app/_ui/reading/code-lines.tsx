'use client'
// Drawn by a server component every word would travel a second time, as an element of its own: 250 KB of /code.
/** Lines of source with their real numbers. The kinds come from the syntax tree, at build: nothing is parsed here. */
import type { CodePart } from '@/lib/source/listing'

interface Props {
  lines: readonly CodePart[][]
  /** Number of the first line in its file. */
  first: number
  /** Marks these lines. */
  ran?: readonly [first: number, last: number]
}

/** For inside of <pre>. Each line ends with a line break, so that its text can be copied. */
export function CodeLines({ lines, first, ran }: Props) {
  return (
    <code lang="en" translate="no">
      {lines.map((parts, i) => {
        const n = first + i
        return (
          <span
            key={n}
            data-n={n}
            className={lineClass(parts, ran !== undefined && n >= ran[0] && n <= ran[1])}
          >
            {ended(parts).map((part, at) =>
              typeof part === 'string' ? (
                part
              ) : (
                <span key={at} className={part[0]}>
                  {part[1]}
                </span>
              ),
            )}
          </span>
        )
      })}
    </code>
  )
}

/** With the line break as a part of the last text: beside it React would need a comment between. */
function ended(parts: readonly CodePart[]): readonly CodePart[] {
  const last = parts.at(-1)
  return typeof last === 'string' ? [...parts.slice(0, -1), `${last}\n`] : [...parts, '\n']
}

const DEEPEST = 16

/** Wrapped text hangs under its own indentation. */
function lineClass([head]: readonly CodePart[], marked: boolean): string {
  const text = typeof head === 'string' ? head : (head?.[1] ?? '')
  const indent = Math.min(DEEPEST, text.length - text.trimStart().length)
  return `ln in${indent - (indent % 2)}${marked ? ' ran' : ''}`
}
