import { STORAGE } from '@/lib/site/storage-keys'

/** Runs before the first paint, so that a chosen theme never flashes. No cookie: see lib/i18n/routing.ts. */
const CODE = `try{const t=localStorage.getItem('${STORAGE.theme}');if(t)document.documentElement.dataset.theme=t}catch{}`

export function ThemeScript({ nonce }: { nonce: string | undefined }) {
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: CODE }} />
}
