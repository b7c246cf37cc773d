/** `GET /v1/claims` and `GET /v1/tasks`: pages of fifty. */
import type { Options } from '../options.js';
import type { Line } from '../report.js';
import { ask, type Asked } from '../requests.js';
import type { Api, Stage } from '../stage.js';
import { raceReading } from './reading.js';

const pages = 50;

export const benchClaims = (stage: Stage, options: Options): Promise<Line[]> =>
  raceReading(stage, options, { what: 'list of 50 claims', ...reading('/v1/claims') });

export const benchTasks = (stage: Stage, options: Options): Promise<Line[]> =>
  raceReading(stage, options, { what: 'page of 50 tasks', ...reading('/v1/tasks') });

const reading = (path: string) => ({
  connections: 16,
  requestsFor: (api: Api) => firstPages(path, api),
  least: 0.6,
});

async function firstPages(path: string, { port, keys }: Api): Promise<Asked[]> {
  const questions: Asked[] = [];
  for (let next: string | null = ''; questions.length < pages && next !== null;) {
    const question: Asked = {
      path: `${path}?limit=50${next === '' ? '' : `&after=${next}`}`,
      key: keys.editor,
    };
    questions.push(question);
    ({ next } = (await ask(port, question)).body as { next: string | null });
  }
  return questions;
}
