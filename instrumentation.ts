/** Runs once when the server starts. This file is compiled for the Edge runtime too: everything else is in the second one. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') await (await import('./instrumentation-node')).start()
}
