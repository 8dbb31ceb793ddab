/** What a lab has of an app's file. Types only: a page may load it. */
export type OpenAppStorage = () => Promise<AppStorage>

export interface AppStorage {
  write(text: string): Promise<void>
  /** null: nothing was ever written. */
  read(): Promise<string | null>
  /** The file, and the folder that it lies in. */
  remove(): Promise<void>
}
