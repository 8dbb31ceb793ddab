/** Once a run: the listings of the sources as they are now, and the program of a cluster's nodes. */
import { bundleNode } from '../labs/cluster/bundle.ts'
import { writeSource } from '../source/write.ts'

export default async () => {
  writeSource(process.cwd())
  await bundleNode(process.cwd())
}
