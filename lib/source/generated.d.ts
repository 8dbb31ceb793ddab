/** Written by write.ts before anything is built, tested or served; a fresh clone can be type-checked without it. */
declare module '*/generated/source.json' {
  const source: import('./listing').Source
  export default source
}
