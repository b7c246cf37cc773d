module.exports = {
  isnad: {
    input: './generated/openapi.json',
    output: {
      target: 'generated/orval/api.ts',
      client: 'fetch',
      override: { mutator: { path: 'uses/orval-fetch.ts', name: 'send' } },
    },
  },
};
