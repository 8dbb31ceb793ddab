/**
 * Every query names its sandbox (OWASP ASVS 5.0, 8.4.1). A Prisma client extension, because a query that forgets it would look
 * right, pass every test with one visitor, and show one visitor another's rows.
 *
 * What it sees is the query's own arguments. `undefined` counts as absent: the client would leave the condition out.
 */
import type { PrismaClient } from '@/generated/prisma/client'

type Args = { where?: unknown; data?: unknown; create?: unknown }

/** A bug of ours, never the visitor's: it answers 500 and is logged. */
export class NoTenant extends Error {
  override readonly name = 'NoTenant'
}

/** @param client stays as it was, for what belongs to nobody in particular: the sweeper and the health check */
export function guardTenants(client: PrismaClient): PrismaClient {
  const guarded = client.$extends({
    query: {
      $allModels: {
        $allOperations({ model, operation, args, query }) {
          if (!namesTenant(model, operation, args as Args))
            throw new NoTenant(`${model}.${operation} names no sandbox`)
          return query(args)
        },
      },
    },
  })
  return guarded as unknown as PrismaClient
}

function namesTenant(model: string, operation: string, { where, data, create }: Args): boolean {
  switch (model) {
    case 'Sandbox':
      return operation === 'create' || ['id', 'ownerHash', 'roomOf'].some((key) => text(where, key))
    case 'SpentRefreshToken':
      // It hangs on a family, whose row was found by its sandbox in the same transaction.
      return operation === 'create' ? text(data, 'familyId') : owned(field(where, 'family'))
    default:
      return where === undefined ? inserted(data) : owned(where) && (create === undefined || owned(create))
  }
}

const inserted = (data: unknown) => (Array.isArray(data) ? data.length > 0 && data.every(owned) : owned(data))

/** By column, or by a key that has it in front. */
function owned(fields: unknown): boolean {
  if (text(fields, 'sandboxId')) return true
  return Object.entries(fields ?? {}).some(
    ([name, value]) => name.startsWith('sandboxId_') && text(value, 'sandboxId'),
  )
}

const field = (fields: unknown, name: string) => (fields as Record<string, unknown> | undefined)?.[name]
const text = (fields: unknown, name: string) => typeof field(fields, name) === 'string'
