/** One client a process: each page and each action is a bundle of its own, and would open another. */
import 'server-only'
import { PrismaLibSql } from '@prisma/adapter-libsql'
import { PrismaClient } from '@/generated/prisma/client'
import { setting } from './setting'

const ofProcess = globalThis as { database?: PrismaClient }

export function database(): PrismaClient {
  ofProcess.database ??= new PrismaClient({ adapter: new PrismaLibSql({ url: setting('DATABASE_URL') }) })
  return ofProcess.database
}
