/** Does the sandbox clock differ from the real one at this exchange? Pure. */
import type { Exchange } from '@/lib/trace/model/exchange'

export const isClockTurned = ({ at, sandboxAt }: Pick<Exchange, 'at' | 'sandboxAt'>): boolean =>
  Math.abs(Date.parse(at) - Date.parse(sandboxAt)) >= 1000
