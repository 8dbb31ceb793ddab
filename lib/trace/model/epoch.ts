/** Ids of exchanges and acts begin with the epoch of the server that told of them: it changes with each start. */
import type { Exchange } from './exchange'
import type { OwnerAct } from './owner-act'

export const epochOf = ({ id, seq }: Pick<Exchange, 'id' | 'seq'>): string => id.slice(0, -`-${seq}`.length)

/** `epoch-act-number` taken apart. */
export function numberOf({ id }: Pick<OwnerAct, 'id'>): { epoch: string; number: number } {
  const [, epoch = '', number = '0'] = /^(.*)-act-(\d+)$/.exec(id) ?? []
  return { epoch, number: Number(number) }
}
