// npm run dev: the development server, with the same set-up as the demo.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { generate, migrate, readSource, tool } from './prepare.ts'
import { onEnd, root } from './say.mjs'

export default async function dev() {
  await generate()
  await migrate(process.env)
  const args = [
    tool('next/dist/bin/next'),
    'dev',
    '-p',
    process.env.PORT || '3000',
    '-H',
    process.env.HOST || 'localhost',
  ]
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
    stdio: 'inherit',
  })
  onEnd(() => child.kill('SIGTERM'))
  keepSource()
  return new Promise<number>((resolve) => child.on('exit', (code) => resolve(code ?? 0)))
}

/** The listings follow what is edited; a file that cannot be read yet is read again at the next change. */
function keepSource() {
  let due: NodeJS.Timeout | undefined
  const read = () => readSource().catch((error) => process.stderr.write(`${error.message}\n`))
  const later = () => {
    clearTimeout(due)
    due = setTimeout(read, 200)
  }
  for (const folder of ['lib', 'app']) watch(join(root, folder), { recursive: true }, later)
}
