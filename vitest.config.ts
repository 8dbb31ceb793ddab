import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  resolve: {
    alias: { '@': here('.'), 'server-only': here('./lib/testing/server-only.ts') },
  },
  test: {
    include: ['{app,lib,prisma,scripts}/**/*.test.{ts,tsx}', '*.test.ts'],
    globalSetup: ['lib/testing/template.ts', 'lib/testing/source.ts'],
    setupFiles: ['lib/testing/database.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    // As in the browser stage: many start processes, and what needed a second try is counted and named. A property that found a
    // counterexample has none: the next try would have other values.
    retry: { count: 1, condition: /^(?!Property failed)/ },
  },
})
