/** A device and a desk for a draft, with what goes wrong between them. */
import type { DraftApi, Saved } from '../../../web/src/drafts/draft-api.js';
import type { DraftStore } from '../../../web/src/drafts/draft-store.js';
import { sendable, type DeskDraft, type Draft } from '../../../web/src/drafts/draft.rules.js';
import type { KeptDraft } from '../../../web/src/drafts/kept-draft.rules.js';
import { draftInput } from '../../../src/resources/verdicts/verdict.schema.js';

/** What a device keeps: it outlives the session that wrote it. */
export function device(): DraftStore & { kept?: KeptDraft } {
  const store: DraftStore & { kept?: KeptDraft } = {
    read: () => Promise.resolve(structuredClone(store.kept)),
    write: (draft) => {
      store.kept = structuredClone(draft);
      return Promise.resolve();
    },
    hold: () => undefined,
    held: () => undefined,
  };
  return store;
}

/** The desk's side of the protocol: a version, what its API makes of a draft, and what happens to an answer on its way. */
export function desk(first: Draft = {}) {
  let current: DeskDraft = { draft: first, tag: '0' };
  const set = (draft: Draft): void => {
    current = { draft, tag: String(Number(current.tag) + 1) };
  };
  const late: (() => void)[] = [];
  const faults: ('none' | 'answer lost' | 'late' | 'away' | 'refused')[] = [];
  const api: DraftApi = {
    given: () => undefined,
    read: () => {
      const fault = faults.shift();
      if (fault === 'away') return Promise.resolve({ outcome: 'later' });
      if (fault === 'refused') return Promise.resolve({ outcome: 'refused', status: 403, why: 'not yours' });
      return Promise.resolve({ outcome: 'found', theirs: current });
    },
    save: (draft, tag): Promise<Saved> => {
      const fault = faults.shift();
      if (fault === 'away') return Promise.resolve({ outcome: 'later' });
      if (fault === 'refused') return Promise.resolve({ outcome: 'refused', status: 403, why: 'not yours' });
      if (tag !== current.tag) return Promise.resolve({ outcome: 'changed', theirs: current });
      const taken = draftInput.safeParse(sendable(draft));
      if (!taken.success)
        return Promise.resolve({ outcome: 'refused', status: 422, why: taken.error.message });
      // A request may arrive after the next one was made.
      const arrive = (): void => {
        set(taken.data as Draft);
      };
      if (fault === 'late') late.push(arrive);
      else arrive();
      return Promise.resolve(
        fault && fault !== 'none' ? { outcome: 'later' } : { outcome: 'saved', theirs: current },
      );
    },
  };
  return { api, set, faults, late, draft: () => current.draft, tag: () => current.tag };
}

export const write = (text: string) => (draft: Draft) => ({
  ...draft,
  rationale: { ...draft.rationale, en: text },
});

/** Of a provision or of evidence. */
export const norm = '0f8fad5b-d9cb-469f-a165-70867728950e';

/** As the device keeps a draft that nobody has sent. */
export const keptOf = (mine: Draft): KeptDraft => ({
  mine,
  base: {},
  tag: '0',
  unsent: true,
  conflicts: [],
  inDoubt: [],
});
