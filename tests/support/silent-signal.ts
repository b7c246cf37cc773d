import type { Signal } from '../../src/platform/db/commit-signal.js';

/** For houses whose other processes are told nothing: everything is found by looking. */
export const deafSignal: Pick<Signal, 'notify' | 'wait' | 'subscribe'> = {
  notify: () => undefined,
  wait: () => Promise.resolve(),
  subscribe: () => () => undefined,
};
