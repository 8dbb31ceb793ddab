// npm run bench: what each lane costs, as ratios of one run (docs/benchmarks.md). --quick: to see that it works, not for figures.
import { main } from './say.mjs'
import { setUp } from './setup.mjs'

await main(async () => {
  await setUp(import.meta.url)
  // TypeScript is behind it: only the Node that runs from here on takes it as it is.
  const { bench } = await import('./bench/bench.mjs')
  return bench()
})
