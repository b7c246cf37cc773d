import { defineConfig } from 'vitest/config';

/** What others make of the API's document, with packages of their own: `npm run test:clients`. */
export default defineConfig({
  test: {
    include: ['tests/clients/*.test.ts'],
    globalSetup: ['tests/clients/install.ts'],
    // Generating and compiling half a megabyte of types takes its time on a busy machine.
    testTimeout: 240_000,
    hookTimeout: 180_000,
    // They share one running product.
    fileParallelism: false,
  },
});
