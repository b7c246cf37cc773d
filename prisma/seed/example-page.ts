import type { Outbound } from '../../src/platform/outbound/outbound.js';

const page = `<!doctype html>
<html lang="en"><title>An example</title><p>This page was made up, to try Isnad out.</p></html>`;

/** Calls nobody: every address has the same page, so that something can be captured where there is no network. */
export const examplePages: Outbound = {
  findFault: () => Promise.resolve(undefined),
  call: ({ url }) =>
    Promise.resolve({
      url,
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      bytes: Buffer.from(page),
      cut: null,
    }),
};
