import { defineConfig } from 'vitest/config';

// Parts of the board are tested where there is no browser; what they ask of one at the start is answered here.
export default defineConfig({ test: { setupFiles: ['tests/no_browser.ts'], testTimeout: 240_000, hookTimeout: 120_000 } });
