/** The two tables of the note, each cell by the rows that stand in it. Headings are in the catalogue `note`, `table.<id>`. */
import type { RowId } from './row'

export interface NoteTable {
  readonly id: 'cookie-session' | 'session-jwt'
  /** The heading of the note under which it stands. */
  readonly section: string
  readonly columns: readonly [string, string]
  readonly rows: readonly {
    readonly aspect: string
    /** One list: what is said of both. */
    readonly cells: readonly [readonly RowId[]] | readonly [readonly RowId[], readonly RowId[]]
  }[]
}

export const TABLES: readonly NoteTable[] = [
  {
    id: 'cookie-session',
    section: 'E',
    columns: ['cookie', 'session'],
    rows: [
      { aspect: 'common', cells: [['S-100', 'S-069']] },
      {
        aspect: 'place',
        cells: [
          ['S-015', 'S-020'],
          ['S-101', 'S-070'],
        ],
      },
      { aspect: 'resources', cells: [['S-102'], ['S-139']] },
      {
        aspect: 'security',
        cells: [
          ['S-104', 'S-105'],
          ['S-103', 'S-107'],
        ],
      },
      { aspect: 'life', cells: [['S-111'], ['S-106', 'S-112']] },
      { aspect: 'speed', cells: [['S-108']] },
      { aspect: 'size', cells: [['S-023'], ['S-109']] },
    ],
  },
  {
    id: 'session-jwt',
    section: 'K',
    columns: ['session', 'jwt'],
    rows: [
      {
        aspect: 'for',
        cells: [
          ['S-244', 'S-245', 'S-246', 'S-247', 'S-248', 'S-249', 'S-250'],
          ['S-251', 'S-252', 'S-253', 'S-254', 'S-255', 'S-256'],
        ],
      },
      { aspect: 'against', cells: [['S-257', 'S-258', 'S-259', 'S-260'], ['S-261']] },
    ],
  },
]
