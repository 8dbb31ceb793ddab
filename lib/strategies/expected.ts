/** Writes that race: what the statement expected of a row may not be so any more. */
import { Prisma } from '@/generated/prisma/client'

/** A row that is gone, changed or there already rolls everything back, and is an outcome, not a bug: false. */
export async function expected(work: Promise<unknown>): Promise<boolean> {
  try {
    await work
    return true
  } catch (error) {
    const code = error instanceof Prisma.PrismaClientKnownRequestError ? error.code : null
    if (code === 'P2025' || code === 'P2002') return false
    throw error
  }
}
