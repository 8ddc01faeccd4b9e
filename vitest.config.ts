import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Nothing here lives on between tests: no module keeps a state. Loading all modules anew for each file takes longer than the tests do.
    isolate: false,
    maxWorkers: '100%',
    globalSetup: 'test/temporary-folder.ts',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default'],
  },
})
