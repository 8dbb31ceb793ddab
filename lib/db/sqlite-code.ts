/** Result codes of SQLite, as the driver gives them. */
export const BUSY = 5
export const CORRUPT = 11
export const NOTADB = 26

/** Those that speak of the database as such: BUSY, LOCKED, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB. */
export const UNAVAILABLE = [BUSY, 6, 8, 10, CORRUPT, 13, 14, NOTADB]

/** The low octet of the extended result code; 0: it is not an error of SQLite's. */
export function primaryCode(error: unknown): number {
  const { rawCode } = error as { rawCode?: number }
  return (rawCode ?? 0) & 0xff
}
