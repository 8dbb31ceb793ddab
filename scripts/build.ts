// node scripts/run.mjs build: packages, database client and production build, without starting anything. For an image.
import { build, generate } from './prepare.ts'

export default async function buildOnly() {
  await generate()
  await build()
}
