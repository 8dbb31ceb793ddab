import type { Text } from '@/lib/i18n/text'
import type { Trouble } from './run-state'

export function troubleText(t: Text, { code, after, ahead }: Trouble): string {
  if (code === 'in_line' && ahead) return t('trouble.in_line_ahead', { n: after, ahead })
  return t.has(`trouble.${code}`) ? t(`trouble.${code}`, { n: after }) : t('trouble.other', { code })
}
