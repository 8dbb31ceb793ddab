// When and where something was measured, for the documents that the scripts write.
import { readFileSync } from 'node:fs'
import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os'

export type Conditions = ReturnType<typeof conditions>

export function conditions() {
  const [processor] = cpus()
  return {
    when: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} × ${processor?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()} ${release().split('.', 2).join('.')} ${arch()}`,
    node: process.version.slice(1),
  }
}

/** Processes that wanted to run, over the last minute; on a machine that is ours alone as many as there are processors at most. */
export const load = () => loadavg()[0]!.toFixed(1)

export type Cell = string | number

const line = (cells: readonly Cell[]) =>
  `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`

export const table = (head: readonly string[], rows: readonly (readonly Cell[])[]) =>
  [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')

/** Resident set of a process, in octets, now (`VmRSS`) or at most (`VmHWM`), as proc(5) has it; 0: it is gone, or the system does not say. */
export function residentBytes(pid: number, field: 'VmRSS' | 'VmHWM' = 'VmRSS'): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}
