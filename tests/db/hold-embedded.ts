/** A program that starts the embedded database of a folder, says where it is, and stays until it is killed. */
import { startEmbeddedPostgres } from '../../src/platform/embedded/postgres.js';
import { createLog } from '../../src/platform/log.js';

const [dir = ''] = process.argv.slice(2);
const { ownerUrl } = await startEmbeddedPostgres({ dir, log: createLog({ level: 'silent', name: 'tests' }) });
process.stdout.write(`${ownerUrl}\n`);
setInterval(() => undefined, 60_000);
