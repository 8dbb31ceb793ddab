interface Column {
  head: string
  /** Its numbers stand at the right, and so does its head. */
  figures?: boolean
}

/** The first row of a table: what its columns are. */
export function ColumnHeads({ columns }: { columns: readonly Column[] }) {
  return (
    <thead>
      <tr>
        {columns.map(({ head, figures }) => (
          <th key={head} scope="col" className={figures ? 'text-right' : undefined}>
            {head}
          </th>
        ))}
      </tr>
    </thead>
  )
}
