// When and where something was measured, for the documents that the scripts write.
import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os'

/** @returns {{ when: string, machine: string, node: string }} */
export function conditions() {
  const [processor] = cpus()
  return {
    when: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} × ${processor.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()} ${release().split('.', 2).join('.')} ${arch()}`,
    node: process.version.slice(1),
  }
}

/** Processes that wanted to run, over the last minute; on a machine that is ours alone as many as there are processors at most. */
export const load = () => loadavg()[0].toFixed(1)

const line = (cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`

export const table = (head, rows) => [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
