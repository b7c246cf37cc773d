/**
 * Who may import whom. Rooms have an order: each may use those below it, and itself. The names of the rules say
 * what a broken one means.
 */

const rooms = [
  ['domain'],
  ['platform'],
  ['workflow'],
  ['capture', 'delivery', 'integrity'],
  ['resources', 'publishing', 'language'],
];

/** What a room may use: itself, and every room below it. */
const roomRules = rooms.flatMap((level, height) =>
  level.map((room) => {
    const below = rooms.slice(0, height).flat();
    const allowed = [room, ...below].join('|');
    return {
      name: `${room}-uses-only-rooms-below`,
      severity: 'error',
      comment: 'What it needs of a room beside or above it, runtime.ts hands to it.',
      from: { path: `^src/${room}/` },
      to: { path: '^(src|workers|prisma|tests|demo|bench|client|web)/', pathNot: `^src/(${allowed})/` },
    };
  }),
);

const only = (name, to, allowedFrom, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: '^(src|workers|client|prisma|demo|bench)/', pathNot: allowedFrom },
  to: { path: to },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-cycles-between-folders',
      severity: 'error',
      scope: 'folder',
      from: { path: '^(src|workers|client|prisma|demo|bench|web)/' },
      to: { circular: true },
    },
    ...roomRules,
    {
      name: 'src-stands-alone',
      severity: 'error',
      comment:
        'The API knows nothing of the workers, the tests, the demo or the bench; only "npm start" runs both.',
      from: { path: '^src/', pathNot: '^src/main\\.ts$' },
      to: { path: '^(workers|tests|demo|bench|web)/' },
    },
    {
      name: 'the-client-stands-alone',
      severity: 'error',
      comment: 'It knows the API by its document only. Two files make its types, and are no part of it.',
      from: { path: '^client/', pathNot: '^client/(generate|write-types)\\.ts$' },
      to: { path: '^(src|workers|prisma|demo|bench|tests)/' },
    },
    {
      name: 'the-desk-in-the-browser-stands-alone',
      severity: 'error',
      comment: 'It has the client, and the rules that are pure. What may be done, the API says.',
      from: { path: '^web/' },
      to: { path: '^(src|workers|prisma|demo|bench|tests)/', pathNot: '^src/domain/' },
    },
    {
      name: 'jobs-know-no-jobs',
      severity: 'error',
      from: { path: '^workers/jobs/([^/]+)$' },
      to: { path: '^workers/jobs/', pathNot: '^workers/jobs/$1$' },
    },
    {
      name: 'the-domain-only-computes',
      severity: 'error',
      comment:
        'No clock, no randomness, no I/O: the rules can be read and tested alone. Of `crypto` only hashes are taken.',
      from: { path: '^src/domain/' },
      to: { pathNot: '^src/domain/|node_modules/ipaddr\\.js/|^crypto$' },
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
    only(
      'telemetry-is-loaded-when-wanted',
      'node_modules/@opentelemetry/',
      '^src/platform/tracing/open-telemetry\\.ts$',
      'Importing it loads all of it; see src/platform/tracing/open-tracing.ts.',
    ),
    only(
      'queues-behind-the-contract',
      'node_modules/(bullmq|ioredis)/',
      '^(src/platform/queue/|src/platform/auth/rate-store\\.redis\\.ts$|workers/(main|start|run-job)\\.ts$)',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules|src/platform/db/generated' },
    exclude: { path: '^(dist|src/platform/db/generated|tests/clients/(node_modules|generated|uses))/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};
