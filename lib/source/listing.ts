/** What is kept of a source file: its lines with the kind of each word, and where each symbol stands. */

/** comment, keyword, string, number, type, name of a function; everything else has none. */
export type Kind = 'c' | 'k' | 's' | 'n' | 't' | 'f'

export type Part = string | [kind: Kind, text: string]

/** Numbers of lines, from 1. `doc`: where the comment above it begins; without one the same as `first`. */
export type Place = [doc: number, first: number, last: number]

export interface FileSource {
  lines: Part[][]
  /** By name: `createSeals`, and `createSeals.unseal` for what it returns or has. */
  symbols: Record<string, Place>
}

/** By path from the root of the project. */
export type Source = Record<string, FileSource>
