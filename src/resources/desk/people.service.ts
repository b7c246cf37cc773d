import type { Refusal } from '../../domain/access/rules.js';
import type { ProblemCode } from '../../domain/problem/codes.js';
import type { Pool } from '../../platform/db/client.js';
import type { Desk } from '../../workflow/workflow.service.js';
import { readPeople, type PersonRow } from './people.queries.js';
import type { DeskPerson } from './people.schema.js';
import type { Language } from '../../domain/text/languages.js';
import { sayIn } from '../../domain/words/in-arabic.js';

export type PeopleService = ReturnType<typeof createPeopleService>;

/** What an editor may decide otherwise: `"override": true` with the move. */
const overridable: readonly ProblemCode[] = ['member_away', 'wip_limit_reached'];

export function createPeopleService({ pool, desk }: { pool: Pool; desk: Pick<Desk, 'judgeHolders'> }) {
  return {
    /** Whom work can be given to; of a task, whom that can be given to, and why not the others. */
    async list(task: string | undefined, language: Language): Promise<DeskPerson[]> {
      const judge = task === undefined ? undefined : await desk.judgeHolders(task);
      const rows = await readPeople(pool);
      return rows.map((row) => viewPerson(row, judge && viewAssignment(judge(row.load), language)));
    },
  };
}

const viewAssignment = (refusal: Refusal | undefined, language: Language): DeskPerson['assignment'] => ({
  allowed: refusal === undefined,
  code: refusal?.code ?? null,
  why: refusal ? sayIn(language, refusal.why) : null,
  override: refusal !== undefined && overridable.includes(refusal.code),
});

const viewPerson = (
  { load: { id, ref, role, away, held, limit }, ...row }: PersonRow,
  assignment: DeskPerson['assignment'] = null,
): DeskPerson => ({ id, ref, role, ...row, away, held, limit, assignment });
