/** PURE: two people, or one in two places, changed a draft: what it is afterwards, and what a person has to decide. */
import type { Input } from '../../../client/routes.js';
import { moveMarks, numbered } from './evidence-marks.rules.js';
import { mergeMarked } from './merge-marked.rules.js';

/** As the API takes it. */
export type Draft = Input<'PUT /v1/tasks/{id}/draft'>['body'];

/** As the desk has it. */
export interface DeskDraft {
  draft: Draft;
  tag: string;
}

/** Both sides changed the same thing. Neither is dropped: a person chooses. */
export interface Conflict {
  /** `findings.veracity`, `rationale.ar`, `provisions.<id>`, `recheckAt`. */
  field: string;
  /** What it was before either changed it. */
  base?: unknown;
  /** Of a text: what the marks in `base` count. */
  evidence?: readonly string[];
  mine: unknown;
  theirs: unknown;
  /** Of a text: all words of both. */
  both?: string;
}
export type ConflictSide = 'mine' | 'theirs' | 'both';

interface Merged {
  draft: Draft;
  conflicts: Conflict[];
}

/** What both had at first → what it is with the changes of both. Where both changed one thing, `draft` holds mine. */
export function mergeDrafts(base: Draft, mine: Draft, theirs: Draft): Merged {
  const conflicts: Conflict[] = [];
  const choose = <Value>(field: string, [first, here, there]: [Value, Value, Value]): Value => {
    const [known, mine, theirs] = [first, here, there].map(plain);
    if (same(mine, theirs) || same(known, theirs)) return here;
    if (same(known, mine)) return there;
    conflicts.push({ field, base: first, mine: here, theirs: there });
    return here;
  };

  const findings = mergeEntries(base.findings, mine.findings, theirs.findings, (name, values) =>
    choose(`findings.${name}`, values),
  );
  const evidence = mergeSets(base.evidence, mine.evidence, theirs.evidence);
  const [known, own, other] = [numbered(base), numbered(mine), numbered(theirs)];
  const rationale = mergeEntries(base.rationale, mine.rationale, theirs.rationale, (language, values) => {
    const [first = '', here = '', there = ''] = values;
    const { text, conflict } = mergeMarked(
      { text: first, evidence: known },
      { text: here, evidence: own },
      { text: there, evidence: other },
      numbered({ evidence }),
    );
    if (conflict)
      conflicts.push({ field: `rationale.${language}`, base: first, evidence: known, ...conflict });
    return text === '' ? undefined : text;
  });
  const provisions = mergeEntries(byId(base), byId(mine), byId(theirs), (id, values) =>
    choose(`provisions.${id}`, values),
  );
  const recheckAt = choose('recheckAt', [base.recheckAt, mine.recheckAt, theirs.recheckAt]);
  const draft = compact({
    findings,
    rationale,
    evidence,
    captures: mergeSets(base.captures, mine.captures, theirs.captures),
    provisions: Object.values(provisions),
    ...(typeof recheckAt === 'string' && { recheckAt }),
  });
  return { draft, conflicts };
}

/** As the API takes it and keeps it: without blank texts, and what is said of a norm trimmed and normalized. */
export const sendable = ({ rationale = {}, provisions = [], ...rest }: Draft): Draft =>
  compact({
    ...rest,
    rationale: Object.fromEntries(Object.entries(rationale).filter(([, text]) => text.trim() !== '')),
    provisions: provisions.map(plainProvision),
  });

function plainProvision({ act, actor, date, ...rest }: Provision): Provision {
  const said = { act: plainText(act), actor: plainText(actor), date: plainText(date) };
  return {
    ...rest,
    ...(said.act && { act: said.act }),
    ...(said.actor && { actor: said.actor }),
    ...(said.date && { date: said.date }),
  };
}

const plainText = (text = ''): string => text.normalize('NFC').trim();

/** One value of a draft as the API keeps it, for a comparison. */
const plain = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value ? plainProvision(value as Provision) : value;

/** Without what is empty. */
function compact({ findings, rationale, evidence, captures, provisions, recheckAt }: Draft): Draft {
  const texts = Object.fromEntries(Object.entries(rationale ?? {}).filter(([, text]) => text !== ''));
  const found = findings ?? {};
  return {
    ...(Object.keys(found).length > 0 && { findings: found }),
    ...(Object.keys(texts).length > 0 && { rationale: texts }),
    ...(evidence && evidence.length > 0 && { evidence }),
    ...(captures && captures.length > 0 && { captures }),
    ...(provisions && provisions.length > 0 && { provisions }),
    ...(typeof recheckAt === 'string' && { recheckAt }),
  };
}

export const sameDraft = (one: Draft, other: Draft): boolean => same(sendable(one), sendable(other));

export const isBlank = (draft: Draft): boolean => sameDraft(draft, {});

/** What was written in two drafts since they were the same. Of texts all words; where both answered a question, mine. */
export function joinDrafts(base: Draft, mine: Draft, other: Draft): Draft {
  const { draft, conflicts } = mergeDrafts(base, mine, other);
  return conflicts.reduce(
    (joined, { field, both }) => (both === undefined ? joined : withChoice(joined, field, both)),
    draft,
  );
}

/** The draft with what was chosen for one conflict. */
export function withChoice(draft: Draft, field: string, value: unknown): Draft {
  const [part = '', ...rest] = field.split('.');
  const name = rest.join('.');
  if (part === 'findings') return { ...draft, findings: { ...draft.findings, [name]: value } };
  if (part === 'rationale')
    return { ...draft, rationale: { ...draft.rationale, [name]: typeof value === 'string' ? value : '' } };
  if (part === 'provisions') {
    const others = (draft.provisions ?? []).filter(({ id }) => id !== name);
    return { ...draft, provisions: value === undefined ? others : [...others, value as Provision] };
  }
  return { ...draft, [part]: value };
}

/**
 * Open conflicts after either side was written in again: each side as it is now, so that a choice drops nothing that was
 * written since. Where both have become the same there is nothing left to choose.
 */
export function reviseConflicts(conflicts: readonly Conflict[], mine: Draft, theirs: Draft): Conflict[] {
  const own = numbered(mine);
  return conflicts.flatMap(({ field, base, evidence = own }): Conflict[] => {
    const [here, there] = [valueAt(mine, field), valueAt(theirs, field)];
    if (!field.startsWith('rationale.'))
      return same(plain(here), plain(there)) ? [] : [{ field, base, mine: here, theirs: there }];
    const other = { text: asText(there), evidence: numbered(theirs) };
    const { text, conflict, isSame } = mergeMarked(
      { text: asText(base), evidence },
      { text: asText(here), evidence: own },
      other,
      own,
    );
    if (isSame) return [];
    const shown = conflict?.theirs ?? moveMarks(other.text, other.evidence, own);
    return [{ field, base, evidence, mine: here, theirs: shown, both: conflict?.both ?? text }];
  });
}

function valueAt(draft: Draft, field: string): unknown {
  const [part = '', ...rest] = field.split('.');
  const name = rest.join('.');
  if (part === 'findings') return (draft.findings as Entries | undefined)?.[name];
  if (part === 'rationale') return draft.rationale?.[name] ?? '';
  if (part === 'provisions') return byId(draft)[name];
  return draft.recheckAt;
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

type Provision = NonNullable<Draft['provisions']>[number];

const byId = ({ provisions = [] }: Draft): Record<string, Provision> =>
  Object.fromEntries(provisions.map((cited) => [cited.id, cited]));

function mergeEntries<Value>(
  base: Record<string, Value> = {},
  mine: Record<string, Value> = {},
  theirs: Record<string, Value> = {},
  merge: (
    name: string,
    values: [Value | undefined, Value | undefined, Value | undefined],
  ) => Value | undefined,
): Record<string, Value> {
  const names = new Set([...Object.keys(mine), ...Object.keys(theirs), ...Object.keys(base)]);
  return Object.fromEntries(
    [...names].flatMap((name): [string, Value][] => {
      const value = merge(name, [base[name], mine[name], theirs[name]]);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** What either added is there; what either took away is not. In my order, then what only they added. */
function mergeSets(base: string[] = [], mine: string[] = [], theirs: string[] = []): string[] {
  const kept = (id: string): boolean => !base.includes(id) || (mine.includes(id) && theirs.includes(id));
  return [...new Set([...mine, ...theirs])].filter(kept);
}

/** Of what JSON can hold; the order of names says nothing. */
function same(one: unknown, other: unknown): boolean {
  const [here, there] = [one ?? null, other ?? null];
  if (here === there) return true;
  if (here === null || there === null) return false;
  if (typeof here !== 'object' || typeof there !== 'object') return false;
  if (Array.isArray(here) !== Array.isArray(there)) return false;
  const names = new Set([...Object.keys(here), ...Object.keys(there)]);
  return [...names].every((name) => same((here as Entries)[name], (there as Entries)[name]));
}
type Entries = Record<string, unknown>;
