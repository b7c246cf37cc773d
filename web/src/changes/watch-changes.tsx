/** Tells who has changed what of a claim or a task since it was read before. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { namePart, partsOf } from '../../../src/domain/edition/changed-parts.js';
import type { Claim } from '../api/claims.js';
import { everybody } from '../api/people.js';
import type { Task } from '../api/tasks.js';
import type { Language } from '../language/languages.js';
import { useLanguage, useWords, type Words } from '../language/words.js';
import { eventsOf } from '../live/newer.js';
import { say } from '../parts/announce.js';
import { useMe } from '../session/session.js';
import { changedParts, groupOf, whoChanged, type NamesByPart, type Values } from './changed-by.rules.js';

/** Long enough to look up and to read a name. */
const shownMs = 8_000;

const nothing: NamesByPart = new Map();

type OnChange = (by: NamesByPart) => void;

export function WatchClaim({ claim, onChange }: { claim: Claim; onChange: OnChange }) {
  const values = useMemo(() => valuesOf(claim), [claim]);
  useChangedBy(claim, values, onChange);
  return null;
}

export function WatchTask({ task, onChange }: { task: Task; onChange: OnChange }) {
  const { assignee, priority } = task;
  const holder = assignee?.id ?? null;
  const values = useMemo(() => ({ holder, priority }), [holder, priority]);
  useChangedBy(task.claim, values, onChange);
  return null;
}

function valuesOf(claim: Claim): Values {
  const { kind, secondaryKinds, glosses, statementDate, topics, modality, dateBasis, worthiness } = claim;
  const { fidelityNote, leads, externalId, status, chain } = claim;
  return {
    ...{ kind: [kind, ...secondaryKinds], glosses, statementDate, topics, modality, dateBasis, worthiness },
    ...{ fidelityNote, leads, externalId, status, chain },
    ...each('relations', claim.relations),
    ...each('evidence', claim.evidence),
    ...each('provisions', claim.provisions),
    ...each('contacts', claim.contacts),
  };
}

const each = (part: string, items: readonly { id: string }[]): Values =>
  Object.fromEntries(items.map((item) => [`${part}/${item.id}`, item]));

const nameOfPart = (part: string, language: Language, words: Words): string => {
  const [known] = partsOf([`/claim/${part}`, `/${part}`]).filter((name) => name === part);
  if (known !== undefined) return namePart(known, language);
  const isOfTask = part === 'holder' || part === 'priority' || part === 'status';
  return isOfTask ? words(`changes.part.${part}`) : words.known('facts.', part);
};

/** Of the claim as it is read again and again: who has changed what just now, by name. */
function useChangedBy(
  { ref, version }: { ref: string; version: number },
  values: Values,
  onChange: OnChange,
): void {
  const me = useMe();
  const words = useWords();
  const { language } = useLanguage();
  const [actors, setActors] = useState(nothing);
  const read = useRef<{ version: number; values: Values }>(undefined);
  useEffect(() => {
    const before = read.current;
    read.current = { version, values };
    const parts = before ? changedParts(before.values, values) : [];
    if (!before || parts.length === 0) return;
    const by = whoChanged(parts, eventsOf(ref, before.version), me.ref);
    if (by.size > 0) setActors((known) => new Map([...known, ...by]));
  }, [ref, version, values, me.ref]);
  const isAny = actors.size > 0;
  useEffect(() => {
    if (!isAny) return undefined;
    const timer = setTimeout(() => {
      setActors(nothing);
    }, shownMs);
    return () => {
      clearTimeout(timer);
    };
  }, [isAny, actors]);
  const people = useQuery({ ...everybody, enabled: isAny });
  const named = useMemo((): NamesByPart => {
    if (!isAny || people.isPending) return nothing;
    const nameOf = (actor: string): string => people.data?.find((one) => one.ref === actor)?.name ?? actor;
    return new Map([...actors].map(([part, actor]) => [part, nameOf(actor)]));
  }, [actors, isAny, people.data, people.isPending]);
  useEffect(() => {
    onChange(named);
  }, [named, onChange]);
  useEffect(() => {
    const listed = new Intl.ListFormat(language, { type: 'conjunction' });
    for (const name of new Set(named.values())) {
      const parts = [...named.keys()].filter((part) => named.get(part) === name).map(groupOf);
      const names = [...new Set(parts)].map((part) => nameOfPart(part, language, words));
      say(words('changes.said', { name, parts: listed.format(names) }));
    }
  }, [named, words, language]);
}
