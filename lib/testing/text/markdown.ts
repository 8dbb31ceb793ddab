/** The rows of the first table under a heading, by the names of its columns. */
export function tableUnder(markdown: string, heading: string): Record<string, string>[] {
  const lines = markdown.split('\n')
  const from = lines.indexOf(heading)
  const start = lines.findIndex((line, index) => index > from && line.startsWith('|'))
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'))
  if (from < 0 || start < 0) throw new Error(`no table under ${heading}`)
  const [names = [], , ...rows] = lines.slice(start, end < 0 ? undefined : end).map(cellsOf)
  return rows.map((cells) => Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])))
}

const cellsOf = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.replace(/^ | $/g, ''))
