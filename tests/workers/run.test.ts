import { UnrecoverableError } from 'bullmq';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createThrottledWarning, reasonOf } from '../../src/platform/throttled-warning.js';
import { Failure } from '../../src/platform/errors.js';
import { createLog } from '../../src/platform/log.js';
import { storable } from '../../workers/run-job.js';

describe('an error as the queue keeps it', () => {
  it('holds nothing that jsonb refuses, whatever was thrown, and is never endless', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.string({ unit: 'binary' }).map((text) => new Error(text)),
        ),
        (thrown) => {
          const { message, stack = '' } = storable(thrown);
          for (const text of [message, stack]) expect(text).not.toMatch(/\0|\p{Surrogate}/u);
          expect(message.length).toBeLessThanOrEqual(4_100);
        },
      ),
    );
  });

  it('keeps a character of two halves whole', () => {
    expect(storable(new Error('𐎀')).message).toBe('𐎀');
  });

  it.each(['invalid', 'not_found', 'forbidden', 'unprocessable'] as const)(
    'is final for what is %s',
    (kind) => {
      expect(storable(new Failure(kind, 'no'))).toBeInstanceOf(UnrecoverableError);
    },
  );

  it.each(['busy', 'upstream', 'stale', 'conflict'] as const)(
    'is worth another try for what is %s',
    (kind) => {
      expect(storable(new Failure(kind, 'no'))).not.toBeInstanceOf(UnrecoverableError);
    },
  );
});

describe('trouble that repeats itself', () => {
  const record = () => {
    const lines: Record<string, unknown>[] = [];
    const write = (line: string): void => {
      lines.push(JSON.parse(line) as Record<string, unknown>);
    };
    let at = 0;
    const log = createLog({ level: 'info', name: 'tests', destination: { write } });
    const warn = createThrottledWarning(log, { everyMs: 1_000, now: () => at });
    return { lines, warn, passTime: (ms: number) => (at += ms) };
  };

  it('is told once per interval, and then how often it was not', () => {
    const { lines, warn, passTime } = record();
    for (let time = 0; time < 100; time++) warn(new Error('refused'), 'the queue is down');
    warn(new Error('refused'), 'the feed is down');
    passTime(1_000);
    warn(new Error('refused'), 'the queue is down');
    expect(lines.map(({ msg, swallowed }) => [msg, swallowed])).toEqual([
      ['the queue is down', undefined],
      ['the feed is down', undefined],
      ['the queue is down', 99],
    ]);
  });

  it('tells of an error its code and message in one line, and nothing it carries along', () => {
    const { lines, warn } = record();
    const error = Object.assign(new Error('wrong\n  password'), {
      code: 'WRONGPASS',
      command: { name: 'auth', args: ['hunter2'] },
    });
    warn(error, 'the queue is down');
    expect(lines[0]?.['reason']).toBe('WRONGPASS: wrong password');
    expect(JSON.stringify(lines)).not.toContain('hunter2');
  });

  it('names every address that refused', () => {
    const refused = new AggregateError([new Error('refused by ::1'), new Error('refused by 127.0.0.1')], '');
    expect(reasonOf(refused)).toBe('refused by ::1; refused by 127.0.0.1');
  });
});
