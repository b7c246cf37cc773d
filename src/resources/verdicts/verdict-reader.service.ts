import { may, type Caller } from '../../domain/access/rules.js';
import { findWarnings } from '../../domain/verdict/warning.js';
import type { Pool } from '../../platform/db/client.js';
import { notFound } from '../../platform/errors.js';
import { mapPage } from '../../platform/http/read-list.js';
import type { VerdictQuery } from './verdict-list.schema.js';
import { listVerdicts, readVerdictDocument, type VerdictDocument } from './verdict.queries.js';

export type VerdictReader = ReturnType<typeof createVerdictReader>;

/** Verdicts as they are shown, as JSON; outside the desk only what is or was published. Each by one statement. */
export function createVerdictReader({ pool }: { pool: Pool }) {
  return {
    async read(id: string, caller: Caller) {
      const forDesk = may(caller.role, 'read_desk');
      const found = await readVerdictDocument(pool, id, forDesk);
      if (!found) throw notFound('verdict', id);
      const { version, surroundings, kind } = found;
      const tag = forDesk ? [id, version, 'desk', surroundings, kind] : [id, version, 'public'];
      return { text: textOf(found), tag };
    },

    /** Those of a claim. */
    async list(claim: string, query: VerdictQuery, caller: Caller) {
      const forDesk = may(caller.role, 'read_desk');
      return mapPage(await listVerdicts(pool, claim, query, forDesk), viewItem);
    },
  };
}

const textOf = ({ text, facts }: VerdictDocument): string =>
  facts ? `${text.slice(0, -1)},"warnings":${JSON.stringify(findWarnings(facts))}}` : text;

type VerdictItem = Pick<VerdictDocument, 'facts'> & { shown: object };

const viewItem = ({ shown, facts }: VerdictItem): object =>
  facts ? { ...shown, warnings: findWarnings(facts) } : shown;
