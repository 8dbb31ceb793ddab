// A sampled profile of the main thread of a Node process that was started with --inspect, by whose code it is.
import { existsSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { basename, join } from 'node:path'
import type { Session } from './inspect.ts'
import { distDir } from './prepare.ts'
import { root } from './say.mjs'

/** As the protocol of the inspector has it. */
export interface ProfileNode {
  id: number
  children?: number[]
  callFrame: CallFrame
  parent?: ProfileNode
}

interface CallFrame {
  functionName: string
  url: string
  lineNumber: number
  columnNumber: number
}

export interface CpuProfile {
  nodes: ProfileNode[]
  samples: number[]
  timeDeltas: number[]
}

export const COLLECTOR = 'memory: the garbage collector'
export const REST = 'not to be told'

/** @param interval microseconds between two samples */
export async function profiled(session: Session, interval: number, work: () => Promise<unknown>) {
  await session.ask('Profiler.enable')
  await session.ask('Profiler.setSamplingInterval', { interval })
  await session.ask('Profiler.start')
  await work()
  const { profile }: { profile: CpuProfile } = await session.ask('Profiler.stop')
  return profile
}

/** @param groupOf null: nothing was running @returns microseconds, by group */
export function sumsBy(
  { nodes, samples, timeDeltas }: CpuProfile,
  groupOf: (node: ProfileNode) => string | null,
): Map<string, number> {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  for (const node of nodes) for (const child of node.children ?? []) byId.get(child)!.parent = node
  const sums = new Map<string, number>()
  const groups = new Map<ProfileNode, string | null>()
  for (const [at, id] of samples.entries()) {
    const node = byId.get(id)!
    const known = groups.get(node)
    const group = known === undefined ? groupOf(node) : known
    groups.set(node, group)
    if (group) sums.set(group, (sums.get(group) ?? 0) + timeDeltas[at]!)
  }
  return sums
}

/** Native code has no file: it belongs to whoever called it. @param ownerOf of a file */
export function ownerOfNode(node: ProfileNode, ownerOf: (file: string) => string): string | null {
  const { functionName, url } = node.callFrame
  if (functionName === '(idle)') return null
  if (functionName === '(garbage collector)') return COLLECTOR
  if (!url) return node.parent?.callFrame.url ? ownerOfNode(node.parent, ownerOf) : REST
  return ownerOf(placeOf(node.callFrame).file)
}

const maps = new Map<string, SourceMap | null>()

/** As the sources have it, where the build put several files into one. */
export function placeOf({ url, lineNumber, columnNumber }: CallFrame): { file: string; line: number } {
  const path = decodeURIComponent(url).replace(/^file:\/\//, '')
  const own = { file: path.replace(/^.*\/(?=node_modules\/)/, ''), line: lineNumber + 1 }
  if (!path.includes('/server/chunks/')) return own
  const map = maps.get(path) ?? mapOf(basename(path))
  maps.set(path, map)
  const entry = map?.findEntry(lineNumber, columnNumber)
  if (!entry || !('originalSource' in entry)) return own
  const file = entry.originalSource.replace(/^(\.\.\/)+/, '').replace(/^.*\/(?=node_modules\/)/, '')
  return { file, line: entry.originalLine + 1 }
}

function mapOf(name: string) {
  const path = join(root, distDir, 'server/chunks', `${name}.map`)
  return existsSync(path) ? new SourceMap(JSON.parse(readFileSync(path, 'utf8'))) : null
}
