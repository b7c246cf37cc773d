/**
 * BullMQ asks for the next job again at once where the store answers with an error: one that has become read-only,
 * as a standby is, would be asked hundreds of times a second. Whoever asks rests first.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { BackendFactory, IQueueBackend } from 'bullmq';
import { storeRestMs } from './backend.types.js';

export const restWhenStoreFails =
  <Backend extends IQueueBackend, Connection>(
    create: BackendFactory<Backend, Connection>,
  ): BackendFactory<Backend, Connection> =>
  (...given) => {
    const backend = create(...given);
    const moveToActive = backend.moveToActive.bind(backend);
    backend.moveToActive = (...asked) =>
      moveToActive(...asked).catch(async (error: unknown) => {
        await pause(storeRestMs);
        throw error;
      });
    return backend;
  };
