/** Every statement on its way to the database driver, for whoever subscribes. While nobody does it costs a look at a flag. */
import { channel } from 'node:diagnostics_channel'

export interface SentStatement {
  sql: string
  /** As bound: texts may be credentials. */
  args: readonly unknown[]
}

export const statementChannel = channel('remember-me.statement')

export function publishStatement(sql: string, args: readonly unknown[] = []): void {
  if (statementChannel.hasSubscribers) statementChannel.publish({ sql, args } satisfies SentStatement)
}
