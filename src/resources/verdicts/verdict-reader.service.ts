import { may, type Caller } from '../../domain/access/rules.js';
import type { Language } from '../../domain/text/languages.js';
import { sayProblem, type KeptProblem } from '../../domain/arabic/kept-problem.js';
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
    async read(id: string, caller: Caller, language: Language) {
      const forDesk = may(caller.role, 'read_desk');
      const found = await readVerdictDocument(pool, id, forDesk);
      if (!found) throw notFound('verdict', id);
      const { version, text } = found;
      // What was refused is written once, and said in the language of whoever reads it.
      return found.refused && language !== 'en'
        ? { text: textOf({ ...found, text: translated(text, language) }), version }
        : { text: textOf(found), version };
    },

    /** Those of a claim. */
    async list(claim: string, query: VerdictQuery, caller: Caller, language: Language) {
      const forDesk = may(caller.role, 'read_desk');
      return mapPage(await listVerdicts(pool, claim, query, forDesk), viewItem(language));
    },
  };
}

const textOf = ({ text, facts }: Pick<VerdictDocument, 'text' | 'facts'>): string =>
  facts ? `${text.slice(0, -1)},"warnings":${JSON.stringify(findWarnings(facts))}}` : text;

interface Shown {
  problem?: KeptProblem | null;
}

const translate = (shown: Shown, language: Language): Shown =>
  shown.problem ? { ...shown, problem: sayProblem(language, shown.problem) } : shown;

const translated = (text: string, language: Language): string =>
  JSON.stringify(translate(JSON.parse(text) as Shown, language));

type VerdictItem = Pick<VerdictDocument, 'facts'> & { shown: Shown };

const viewItem =
  (language: Language) =>
  ({ shown, facts }: VerdictItem): object => ({
    ...translate(shown, language),
    ...(facts && { warnings: findWarnings(facts) }),
  });
