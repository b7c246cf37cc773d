/** `isnad watch` as it is shipped, against a house that lives. */
import { PassThrough } from 'node:stream';
import type { ReadStream, WriteStream } from 'node:tty';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openScreen, type Key } from '../../src/cli/watch/screen.js';
import { listenLocally, type ListeningIsnad } from '../support/listening.js';
import { startProcess, type Started } from '../support/processes.js';

let here: ListeningIsnad;
const running: Started[] = [];
beforeAll(async () => {
  here = await listenLocally({ seeded: true });
});
afterAll(async () => {
  for (const one of running) await one.end();
  await here.close();
});

function watch(args: string[], env: Record<string, string> = {}): Started {
  const started = startProcess(
    'src/cli/isnad.js',
    { ISNAD_DIR: '/nowhere', ISNAD_URL: here.url, ISNAD_KEY: here.keyOf('reader'), ...env },
    ['watch', ...args],
  );
  running.push(started);
  return started;
}

const accept = (claim: string): Promise<Response> =>
  fetch(new URL(`/v1/claims/${claim}/transitions`, here.url), {
    method: 'POST',
    headers: { Authorization: `Bearer ${here.keyOf('editor')}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ event: 'accept' }),
  });

describe('isnad watch', () => {
  it('shows the claims it is told of as they are, then what happens to them, and ends with 0', async () => {
    const watching = watch(['C34', 'C37']);
    await watching.says(/ C34 submitted, contested, version \d+\n/);
    await watching.says(/ C37 submitted/);
    expect((await accept('C36')).status).toBe(200);
    expect((await accept('C34')).status).toBe(200);
    await watching.says(/ C34 claim\.accepted: status submitted → open\n/);
    expect(watching.output()).not.toContain('C36');
    expect(await watching.end('SIGINT')).toBe(0);
  });

  it('shows all claims where none is named', async () => {
    const watching = watch([]);
    await watching.says(/ C45 submitted/);
    expect((await accept('C40')).status).toBe(200);
    await watching.says(/ C40 .*status submitted → open\n/);
    expect(await watching.end('SIGTERM')).toBe(0);
  });

  it.each([
    ['a claim that is not there', ['C9999'], {}, /There is no claim called C9999\./],
    ['a key that is not valid', ['--key', 'isk_no'], {}, /does not know this key \(it is that of --key\)/],
    [
      'no key at all',
      [],
      { ISNAD_KEY: '' },
      /There is no key: give one with --key, set ISNAD_KEY, or start where/,
    ],
    ['nobody at the address', ['--url', 'http://127.0.0.1:1'], {}, /Is Isnad running\?/],
    ['no address', ['--url', 'here'], {}, /"here" is no address of an API/],
  ])('says in one line what is wrong: %s', async (_, args, env, line) => {
    const watching = watch(args, env);
    expect(await watching.ended).toBe(1);
    expect(watching.output()).toMatch(line);
    expect(watching.output().trim().split('\n')).toHaveLength(1);
  });
});

describe('the screen', () => {
  it('draws on a page of its own, listens to keys, and gives the terminal back as it was', () => {
    const modes: boolean[] = [];
    const input = Object.assign(new PassThrough(), {
      isTTY: true,
      setRawMode: (isRaw: boolean) => modes.push(isRaw),
    });
    const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
    const pressed: (Key | 'end' | 'resize')[] = [];
    const screen = openScreen(
      { input: input as unknown as ReadStream, output: output as unknown as WriteStream },
      {
        onKey: (key) => pressed.push(key),
        onResize: () => pressed.push('resize'),
        onEnd: () => pressed.push('end'),
      },
    );
    screen.draw(['one', 'كوريا']);
    for (const key of ['\x1b[A', 'j', 'x', '\x1b[6~', 'q', '\x03']) input.emit('data', Buffer.from(key));
    output.emit('resize');
    screen.close();
    screen.close();
    screen.draw(['too late']);
    expect(pressed).toEqual(['up', 'down', 'page-down', 'end', 'end', 'resize']);
    expect(modes).toEqual([true, false]);
    const written = String(output.read());
    expect(written.startsWith('\x1b[?1049h\x1b[?25l')).toBe(true);
    expect(written).toContain('one\x1b[K\r\nكوريا\x1b[K');
    expect(written.endsWith('\x1b[?25h\x1b[?1049l')).toBe(true);
    expect(written).not.toContain('too late');
  });
});
