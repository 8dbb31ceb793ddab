// npm run races: simultaneous refreshes and parallel adds, by the hundred, over real connections against the production build.
// Two servers on one database file: inside one process nothing comes between the read and the write of a request, and a lost update
// could not be seen even where nothing prevents it.
import { main } from './say.mjs'
import { setUp } from './setup.mjs'

await main(async () => {
  await setUp(import.meta.url)
  // TypeScript is behind it: only the Node that runs from here on takes it as it is.
  const { races } = await import('./races/races.mjs')
  return races()
})
