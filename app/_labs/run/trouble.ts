import type { Text } from '@/lib/i18n/text'
import type { Trouble } from './run-state'

export const troubleText = (t: Text, { code, after }: Trouble): string =>
  t.has(`trouble.${code}`) ? t(`trouble.${code}`, { n: after }) : t('trouble.other', { code })
