/** Builds the desk into dist/web: hashed files, each beside its compressed forms. */
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import { defineConfig } from 'vite';
import { compileMessages } from './build/compile-messages.js';
import { compressFiles } from './build/compress-files.js';

export default defineConfig({
  root: import.meta.dirname,
  base: '/desk/',
  // Replaced in each answer: src/platform/http/desk/desk-files.ts.
  html: { cspNonce: 'NONCE-OF-THIS-ANSWER' },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      // What every screen stands on is one file: in many small ones it would weigh more.
      output: {
        codeSplitting: {
          groups: [
            // It runs before the others are read.
            {
              name: 'early',
              test: /web\/src\/(early|language\/languages)|client\/request|src\/domain\/text\/languages/,
              priority: 1,
            },
            {
              name: 'base',
              test: /node_modules\/(react|react-dom|scheduler|react-intl|@tanstack|@formatjs)\/|web\/src\/(api|live|parts\/(?!word-diff)|keys\/(?!palette|key-list|global-keys)|session\/(session|other-tabs|sign-in-form)|submissions\/sent-verdicts|drafts\/one-writer|frame\/theme|review\/in-address)|src\/domain\/task\/lifecycle/,
            },
          ],
        },
      },
      onLog: (level, log, tell) => {
        // Libraries mark what runs in browsers only; here everything does.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') tell(level, log);
      },
    },
  },
  resolve: {
    alias: [
      // Messages are compiled when the desk is built: the browser needs no parser for them.
      {
        find: /^@formatjs\/icu-messageformat-parser$/,
        replacement: '@formatjs/icu-messageformat-parser/no-parser.js',
      },
    ],
  },
  plugins: [
    { ...optimizeLocales.vite({ locales: ['ar-AE', 'en-US'] }), enforce: 'pre' },
    compileMessages(),
    compressFiles(),
  ],
});
