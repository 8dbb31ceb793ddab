/** `node lib/labs/cluster/bundle.ts`: the node program, where the server starts it from. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { rolldown } from 'rolldown'

export async function bundleNode(root: string): Promise<void> {
  const bundle = await rolldown({
    input: join(root, 'lib/labs/cluster/node/program.ts'),
    platform: 'node',
    // `react-server`: what is for the server alone refuses to be loaded elsewhere.
    resolve: {
      alias: { '@': root },
      conditionNames: ['react-server', 'node', 'import', 'default'],
    },
    external: isInstalled(root, '@redis/client') ? [] : ['@redis/client'],
    logLevel: 'silent',
  })
  // The client of Redis is a file of its own: a node that needs none does not read it.
  const { output } = await bundle.generate({
    ...{ format: 'esm', entryFileNames: 'node.mjs', chunkFileNames: '[name].mjs' },
  })
  await bundle.close()
  for (const file of output)
    if (file.type === 'chunk') write(join(root, 'generated/cluster', file.fileName), file.code)
}

/** An optional package: without it all is as it is, but for `REDIS_URL`. */
function isInstalled(root: string, name: string): boolean {
  try {
    createRequire(join(root, 'package.json')).resolve(name)
    return true
  } catch {
    return false
  }
}

/** In one go: another test run beside may be starting it. */
function write(path: string, text: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return
  mkdirSync(dirname(path), { recursive: true })
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, text)
  renameSync(draft, path)
}

if (import.meta.main) await bundleNode(join(import.meta.dirname, '../../..'))
