// node scripts/build.mjs: packages, database client and production build, without starting anything. For an image.
import { build, generate } from './prepare.mjs'
import { main } from './say.mjs'
import { setUp } from './setup.mjs'

await main(async () => {
  await setUp(import.meta.url)
  await generate()
  await build()
})
