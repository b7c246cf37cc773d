import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createDiskWatch } from '../../src/platform/disk-watch.js';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'isnad-disk-'));
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(async () => {
  vi.useRealTimers();
  await rm(dir, { recursive: true, force: true });
});

const full = (): Promise<never> =>
  Promise.reject(new Error('kept nothing', { cause: Object.assign(new Error('write'), { code: 'ENOSPC' }) }));

it('a disk that took no file is told of until it takes one again, though nobody writes', async () => {
  const disk = createDiskWatch(dir, 'SOME_DIR');
  expect(await disk.check()).toBe(true);
  await expect(disk.writing(full)).rejects.toThrow('kept nothing');
  expect(await disk.check()).toBe('Nothing can be kept in SOME_DIR: its disk is full.');
  vi.advanceTimersByTime(5_000);
  expect(await disk.check()).toBe(true);
  expect(await readdir(dir)).toEqual([]);
});

it('what else may go wrong while a file is written says nothing of its disk', async () => {
  const disk = createDiskWatch(dir, 'SOME_DIR');
  const gone = Object.assign(new Error('away'), { code: 'ENOENT' });
  await expect(disk.writing(() => Promise.reject(gone))).rejects.toThrow('away');
  expect(await disk.check()).toBe(true);
});

it('a folder that others write to is tried now and then, though this process wrote nothing there', async () => {
  const folder = join(dir, 'pages');
  const [shared, own] = [
    createDiskWatch(folder, 'SOME_DIR', { isShared: true }),
    createDiskWatch(folder, 'SOME_DIR'),
  ];
  expect(await shared.check()).toBe(true);
  expect(await readdir(folder)).toEqual([]);
  await rm(folder, { recursive: true });
  await writeFile(folder, 'no folder any more');
  expect(await shared.check()).toBe(true);
  vi.advanceTimersByTime(60_000);
  await expect(shared.check()).rejects.toThrow(/EEXIST|ENOTDIR/);
  expect(await own.check()).toBe(true);
});
