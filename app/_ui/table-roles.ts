/** A part of a table that is drawn as a grid or a block is no part of a table to some browsers: then its role is said. Spread into it. */
export const TABLE = { role: 'table' } as const
export const ROWS = { role: 'rowgroup' } as const
export const ROW = { role: 'row' } as const
export const CELL = { role: 'cell' } as const
export const ROW_HEAD = { role: 'rowheader', scope: 'row' } as const
export const COLUMN_HEAD = { role: 'columnheader', scope: 'col' } as const
