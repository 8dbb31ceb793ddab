export function noteBrowser(
  report: unknown,
  asked: { passed: boolean; file?: string; env?: Record<string, string | undefined>; date?: string },
): string
