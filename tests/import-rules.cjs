/** Who may import whom. The names say what a broken rule means. */

const pure = '(^src/domain/|\\.rules\\.ts$)';

const only = (name, to, allowedFrom, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: '^(src|workers|client|prisma|demo|bench)/', pathNot: allowedFrom },
  to: { path: to },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'src-stands-alone',
      severity: 'error',
      comment:
        'The API knows nothing of the workers, the tests, the demo or the bench; only "npm start" runs both.',
      from: { path: '^src/', pathNot: '^src/main\\.ts$' },
      to: { path: '^(workers|tests|demo|bench)/' },
    },
    {
      name: 'the-client-stands-alone',
      severity: 'error',
      comment: 'It knows the API by its document only. Two files make its types, and are no part of it.',
      from: { path: '^client/', pathNot: '^client/(generate|write-types)\\.ts$' },
      to: { path: '^(src|workers|prisma|demo|bench|tests)/' },
    },
    {
      name: 'jobs-know-no-jobs',
      severity: 'error',
      from: { path: '^workers/jobs/([^/]+)$' },
      to: { path: '^workers/jobs/', pathNot: '^workers/jobs/$1$' },
    },
    {
      name: 'pure-files-import-pure-files',
      severity: 'error',
      comment: 'No clock, no randomness, no I/O: the rules can be read and tested alone.',
      from: { path: pure },
      // ipaddr.js only computes, and of `crypto` only hashes are taken.
      to: { pathNot: `${pure}|^src/platform/queue/jobs\\.ts$|node_modules/ipaddr\\.js/|^crypto$` },
    },
    {
      name: 'the-job-contract-is-light',
      severity: 'error',
      from: { path: '^src/platform/queue/jobs\\.ts$' },
      to: { pathNot: `${pure}|node_modules/zod/` },
    },
    only(
      'calls-go-out-in-one-place',
      '(node_modules/undici/|^(node:)?https$)',
      '^src/platform/outbound/',
      'Elsewhere an address would not be checked; eslint refuses the global `fetch` for the same reason.',
    ),
    only(
      'express-at-the-edge',
      'node_modules/(express|@types/express)/',
      '(^src/platform/http/|^src/app\\.ts$|^src/server\\.ts$|\\.routes\\.ts$|^bench/bare/)',
      'The bench measures against a bare Express.',
    ),
    only('prisma-in-repositories', '^src/platform/db/generated/', '(\\.repository\\.ts$|^src/platform/db/)'),
    only(
      'telemetry-is-loaded-when-wanted',
      'node_modules/@opentelemetry/',
      '^src/platform/tracing/open-telemetry\\.ts$',
      'Whoever imports it has all of it loaded; see src/platform/tracing/open-tracing.ts.',
    ),
    only(
      'queues-behind-the-contract',
      'node_modules/(bullmq|ioredis)/',
      '^(src/platform/queue/|src/platform/auth/rate-store\\.redis\\.ts$|workers/(main|start|run-job)\\.ts$)',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules|src/platform/db/generated' },
    exclude: { path: '^(dist|tests/clients/(node_modules|generated|uses))/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};
