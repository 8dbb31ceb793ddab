/** What is kept of a source file: its lines with the kind of each word, and where each symbol stands. */

/** comment, keyword, string, number, type, name of a function; everything else has none. */
export type Kind = 'c' | 'k' | 's' | 'n' | 't' | 'f'

export type CodePart = string | [kind: Kind, text: string]

/** Numbers of lines, from 1. `doc`: where the comment above it begins; without one the same as `first`. */
export type LineSpan = [doc: number, first: number, last: number]

export interface FileSource {
  lines: CodePart[][]
  /** By name: `createSeals`, and `createSeals.unseal` for what it returns or has. */
  symbols: Record<string, LineSpan>
}

/** By path from the root of the project. */
export type SourceFiles = Record<string, FileSource>
