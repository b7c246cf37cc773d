export default {
  input: './generated/openapi.json',
  output: { path: 'generated/hey-api' },
  plugins: [
    '@hey-api/client-fetch',
    '@hey-api/typescript',
    'zod',
    { name: '@hey-api/sdk', validator: 'zod' },
  ],
  logs: { level: 'warn', file: false },
};
