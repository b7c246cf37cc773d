/** `npm run generate` ends with this. */
import { writeFile } from 'node:fs/promises';
import { readApiDocument } from '../src/api-document.js';
import { writeTypes } from './write-types.js';

await writeFile(new URL('generated/api.ts', import.meta.url), await writeTypes(await readApiDocument()));
