/** Once a run: the listings of the sources as they are now. */
import { writeSource } from '../source/write.ts'

export default () => writeSource(process.cwd())
