import { describe, expect, it } from 'vitest';
import type { Job } from '../../src/platform/queue/job.js';
import { sweep } from '../../workers/jobs/sweep.js';

const job = (claimId: string): Job => ({ name: 'open-task', payload: { claimId } });
const fails = (what: string) => () => Promise.reject(new Error(what));

describe('the sweep', () => {
  const enqueued: string[] = [];
  const enqueue = ({ payload }: Job) => {
    enqueued.push((payload as { claimId: string }).claimId);
    return Promise.resolve();
  };

  it('enqueues what all others owe and deletes what is old, where one feature is in trouble, and then fails', async () => {
    const deleted: string[] = [];
    const ledger = {
      owed: [() => Promise.resolve([job('one')]), fails('disk'), () => Promise.resolve([job('two')])],
      deletions: [
        fails('lock'),
        () => {
          deleted.push('old');
          return Promise.resolve();
        },
      ],
    };
    await expect(sweep(ledger, enqueue, () => 0)()).rejects.toThrow('Error: disk; Error: lock');
    expect([enqueued, deleted]).toEqual([['one', 'two'], ['old']]);
  });

  it('fails with the very error where there is one', async () => {
    const ledger = { owed: [fails('disk')], deletions: [] };
    await expect(sweep(ledger, enqueue, () => 0)()).rejects.toThrow(/^disk$/);
  });
});
