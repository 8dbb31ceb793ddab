// npm run soak: 50 requests a second over the lanes for ten minutes (SOAK_SECONDS), on this machine alone. What grows, what fails, what is left:
// docs/soak.md.
import { main } from './say.mjs'
import { setUp } from './setup.mjs'

await main(async () => {
  await setUp(import.meta.url)
  // TypeScript is behind it: only the Node that runs from here on takes it as it is.
  const { soak } = await import('./soak/soak.mjs')
  return soak()
})
