import { may, type Caller } from '../../domain/access/rules.js';
import { findWarnings } from '../../domain/verdict/warning.js';
import type { Pool } from '../../platform/db/client.js';
import { notFound } from '../../platform/errors.js';
import { listVerdictDocuments, readVerdictDocument, type VerdictDocument } from './verdict.queries.js';

export type VerdictReader = ReturnType<typeof createVerdictReader>;

/** Verdicts as they are shown, as JSON; outside the desk only what is or was published. Each by one statement. */
export function createVerdictReader({ pool }: { pool: Pool }) {
  return {
    async read(id: string, caller: Caller) {
      const forDesk = may(caller.role, 'read_desk');
      const found = await readVerdictDocument(pool, id, forDesk);
      if (!found) throw notFound('verdict', id);
      const { version, surroundings } = found;
      return { text: textOf(found), tag: [id, version, forDesk ? 'desk' : 'public', surroundings] };
    },

    /** All of a claim, as a list. */
    async list(claimIdOrRef: string, caller: Caller): Promise<string> {
      const found = await listVerdictDocuments(pool, claimIdOrRef, may(caller.role, 'read_desk'));
      if (!found) throw notFound('claim', claimIdOrRef);
      return `[${found.map(textOf).join(',')}]`;
    },
  };
}

const textOf = ({ text, facts }: VerdictDocument): string =>
  facts ? `${text.slice(0, -1)},"warnings":${JSON.stringify(findWarnings(facts))}}` : text;
