import { defineConfig } from '@playwright/test'

// scripts/test.ts starts the server and names the browser.
const { PORT = '3000', CHROMIUM_PATH } = process.env
const asRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: 'e2e',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // Tests wait for facts, so one that needs a second try has found something: the summary counts and names it.
  retries: 1,
  timeout: 60_000,
  // A full machine answers late, and that is no defect.
  expect: { timeout: 15_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? 'test-results/report.json' }],
  ],
  use: {
    baseURL: `http://localhost:${PORT}`,
    browserName: 'chromium',
    trace: 'retain-on-first-failure',
    launchOptions: {
      executablePath: CHROMIUM_PATH,
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--no-first-run',
        ...(asRoot ? ['--no-sandbox'] : []),
      ],
    },
  },
})
