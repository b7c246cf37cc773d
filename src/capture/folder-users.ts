/**
 * Which databases keep captured pages in a folder. Each leaves a file under its id in `databases` before it puts its first page,
 * so that none takes the pages of another for stray ones. The file holds its name, and the last event that it knew.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { pathExists } from '../platform/path-exists.js';
import { join } from 'node:path';
import type { Pool } from '../platform/db/client.js';
import { syncFolder } from '../platform/write-file-atomically.js';
import { makeFolder } from './durable-folder.js';
import { writeWhole } from '../platform/write-file-atomically.js';

interface FolderUser {
  id: string;
  /** What the operator calls it. */
  name: string;
}

export type FolderUsers = ReturnType<typeof createFolderUsers>;

/** Stands for whoever put pages there before databases left their ids. */
const before = 'before';

export function createFolderUsers(folder: string, findUser: () => Promise<FolderUser>) {
  const list = join(folder, 'databases');
  const pages = join(folder, 'sha256');

  /** Made in one step with all that is in it: whoever comes second finds it. */
  const makeList = async (): Promise<void> => {
    const draft = join(folder, `databases-${randomUUID()}`);
    await mkdir(draft, { mode: 0o700 });
    if (await pathExists(pages))
      await writeWhole(join(draft, before), 'pages that were there before\n', 0o600);
    await rename(draft, list).catch(async (error: unknown) => {
      await rm(draft, { recursive: true, force: true });
      if (!(await pathExists(list))) throw error;
    });
    await syncFolder(folder);
  };

  const read = async (file: string) => {
    const [name = '', lastEvent = ''] = (await readFile(join(list, file), 'utf8')).split('\n');
    return { name, lastEvent };
  };

  const write = ({ id, name }: FolderUser, lastEvent = ''): Promise<void> =>
    writeWhole(join(list, id), `${name}\n${lastEvent}\n`, 0o600);

  /** Says that this database keeps pages there, too. */
  const enter = async (): Promise<FolderUser> => {
    const user = await findUser();
    if (await pathExists(join(list, user.id))) return user;
    await makeFolder(folder);
    if (!(await pathExists(list))) await makeList();
    await write(user);
    return user;
  };

  /** Their files, but for that of this database. Where there are none, it is the one that the folder belongs to. */
  const findOthers = async (): Promise<string[]> => {
    const { id } = await findUser();
    if (!(await pathExists(list))) await enter();
    const others = (await readdir(list)).filter((file) => file !== id && !file.endsWith('.draft'));
    if (others.length === 0) await enter();
    return others;
  };

  return {
    enter,

    /** Whether there are pages, whosever they are. */
    isUsed: (): Promise<boolean> => pathExists(pages),

    /** Names of the others that keep pages there. */
    async others(): Promise<string[]> {
      const files = await findOthers();
      return Promise.all(files.map(async (file) => (await read(file)).name));
    },

    /** Id of the last event that this database knew when it last said so; undefined before. */
    async lastEvent(): Promise<string | undefined> {
      const { lastEvent } = await read((await enter()).id);
      return lastEvent === '' ? undefined : lastEvent;
    },

    async noteLastEvent(event: string): Promise<void> {
      await write(await enter(), event);
    },

    /** Whether nobody but this database and those before it keeps pages there. */
    async onlyBefore(): Promise<boolean> {
      return (await findOthers()).join() === before;
    },

    /** All that was there before was found to be of this database. */
    forgetBefore: (): Promise<void> => rm(join(list, before), { force: true }),

    /** From now on the folder belongs to this database alone, as it is now. */
    async adopt(): Promise<void> {
      await write(await enter());
      for (const file of await findOthers()) await rm(join(list, file), { force: true });
    },
  };
}

/**
 * A dump takes the id of its first migration along, and a new database has another: so a copy differs by the installation it
 * works for, and a database that was begun anew under the same name by that id.
 */
export function folderUserOf(
  pool: Pick<Pool, 'query'>,
  instance: string | undefined,
): () => Promise<FolderUser> {
  let found: Promise<FolderUser> | undefined;
  const find = async (): Promise<FolderUser> => {
    const { rows } = await pool.query<{ id: string }>(
      'SELECT id FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY started_at, id LIMIT 1',
    );
    const hash = createHash('sha256').update(JSON.stringify([instance ?? null, rows[0]?.id ?? null]));
    return { id: hash.digest('hex').slice(0, 32), name: instance ?? 'an installation without INSTANCE_ID' };
  };
  return async () => {
    found ??= find();
    try {
      return await found;
    } catch (error) {
      found = undefined;
      throw error;
    }
  };
}
