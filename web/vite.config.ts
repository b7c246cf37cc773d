/** Builds the desk into dist/web: hashed files, each beside its compressed forms. */
import { join } from 'node:path';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import { defineConfig } from 'vite';
import { compileMessages } from './build/compile-messages.js';
import { compressFiles } from './build/compress-files.js';
import { shellWorker } from './build/shell-worker.js';

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
      input: {
        desk: join(import.meta.dirname, 'index.html'),
        worker: join(import.meta.dirname, 'src/shell/worker.ts'),
      },
      // What every screen stands on is one file: in many small ones it would weigh more.
      output: {
        // It stands beside the page, under one name: a browser asks for it again to learn of a new build.
        entryFileNames: ({ name }) => (name === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js'),
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
              test: /node_modules\/(react|react-dom|scheduler|react-intl|@tanstack|@formatjs)\/|web\/src\/(api|live|parts\/(?!word-diff|closing-dialog)|keys\/(?!palette|commands|key-list|global-keys)|session\/(session|other-tabs|sign-in-form)|submissions\/sent-verdicts|drafts\/one-writer|frame\/theme|review\/in-address)|src\/domain\/task\/lifecycle/,
            },
            // What a review and the screens beside it share: each part of it is too small to be compressed by itself.
            {
              name: 'review',
              test: /web\/src\/review\/((return-note|badge-room|chain|contact-who|standing|lease|names)\.rules|use-recording|norm-name)|web\/src\/text\/segments\.rules|src\/domain\/(verdict\/|claim\/attribution|text\/(lengths|code-points|nearest-language))/,
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
    shellWorker(),
    compressFiles(),
  ],
});
