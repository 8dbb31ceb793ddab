// Whose processor time and memory is taken: those of the servers, together.
import { cpuOf } from '../bench/load.ts'
import { residentBytes } from '../machine.ts'

export interface Watched {
  pids: readonly number[]
}

/** Milliseconds so far; NaN: the system does not say, or nobody named a process. */
export function processorOf({ pids }: Watched): number {
  if (pids.length === 0 || process.platform !== 'linux') return Number.NaN
  return pids.reduce((sum, pid) => sum + cpuOf(pid), 0) / 1000
}

/** MB now. */
export const memoryOf = ({ pids }: Watched): number =>
  pids.reduce((sum, pid) => sum + residentBytes(pid), 0) / 1e6
