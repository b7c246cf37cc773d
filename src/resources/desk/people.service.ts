import type { Caller } from '../../domain/access/rules.js';
import { notThere, unknownReference, type Refusal } from '../../domain/problem/refusal.js';
import { failureOf } from '../../platform/errors.js';
import type { ProblemCode } from '../../domain/problem/codes.js';
import type { Pool } from '../../platform/db/client.js';
import type { Workflow } from '../../workflow/workflow.service.js';
import { mapPage, type ReadList } from '../../platform/http/read-list.js';
import { listPeople, type PersonRow } from './people.queries.js';
import type { DeskPerson, PeopleQuery } from './people.schema.js';
import type { Language } from '../../domain/text/languages.js';
import { sayIn } from '../../domain/arabic/in-arabic.js';

export type PeopleService = ReturnType<typeof createPeopleService>;

/** What an editor may decide otherwise: `"override": true` with the move. */
const overridable: readonly ProblemCode[] = ['member_away', 'wip_limit_reached'];

export function createPeopleService({
  pool,
  workflow,
}: {
  pool: Pool;
  workflow: Pick<Workflow, 'judgeHolders' | 'judgeSeconds'>;
}) {
  return {
    /**
     * Whom work can be given to. Of a task, whom that can be given to; of a verdict, who could confirm what this caller
     * decides on it out of turn; and why not the others.
     */
    async list(query: PeopleQuery, caller: Caller, language: Language): Promise<ReadList> {
      const { task, verdict } = query;
      const [holds, confirms] = await Promise.all([
        task === undefined
          ? undefined
          : workflow.judgeHolders(task).then((judge) => judge ?? unknown('task', task)),
        verdict === undefined
          ? undefined
          : workflow.judgeSeconds(verdict, caller).then((judge) => judge ?? unknown('verdict', verdict)),
      ]);
      return mapPage(await listPeople(pool, query), (row: PersonRow): DeskPerson => {
        // A moment within JSON is a text.
        const load = { ...row.load, awayUntil: row.awayEndsAt === null ? null : new Date(row.awayEndsAt) };
        return {
          ...viewPerson(row),
          assignment: holds ? viewAssignment(holds(load), language) : null,
          confirmation: confirms ? viewConfirmation(confirms(load), language) : null,
        };
      });
    },
  };
}

/** Throws that the query names what is not there. */
function unknown(what: 'task' | 'verdict', id: string): never {
  throw failureOf(unknownReference(notThere(what, what, id)), 'query');
}

const viewAssignment = (refusal: Refusal | undefined, language: Language): DeskPerson['assignment'] => ({
  allowed: refusal === undefined,
  code: refusal?.code ?? null,
  why: refusal ? sayIn(language, refusal.why) : null,
  override: refusal !== undefined && overridable.includes(refusal.code),
});

/** The fault says it of the person. */
const viewConfirmation = (refusal: Refusal | undefined, language: Language): DeskPerson['confirmation'] => ({
  allowed: refusal === undefined,
  why: refusal ? sayIn(language, refusal.faults?.[0]?.message ?? refusal.why) : null,
});

const viewPerson = ({ load: { id, ref, role, away, held, limit }, ...row }: PersonRow) => ({
  ...{ id, ref, role: role as DeskPerson['role'], ...row },
  away,
  held,
  limit,
});
