/** How far somebody had come in what they go on with: the end of what they wrote, from this device, or from the desk. */
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { taskKeys, type Task } from '../api/tasks.js';
import type { Draft } from '../drafts/draft.rules.js';
import { endOf } from '../drafts/words-of-draft.rules.js';
import { useWords } from '../language/words.js';
import { Foreign } from '../parts/foreign.js';
import { useMe } from '../session/session.js';

/** As many as remind of where one was. */
const most = 16;

export function DraftEnd({ task: { id, claim } }: { task: Task }) {
  const words = useWords();
  const me = useMe();
  const { data } = useQuery({
    queryKey: [...taskKeys.all, id, 'draft-end'],
    queryFn: ({ signal }) => readDraft(me.id, id, signal),
    // It was written in since this screen was left.
    staleTime: 0,
  });
  const end = data && endOf(data, claim.language, most);
  if (!end) return null;
  return (
    <span className="small">
      <span className="soft">{words('work.lastWords')}</span>{' '}
      <Foreign text={end.text} language={end.language} />
    </span>
  );
}

async function readDraft(member: string, task: string, signal: AbortSignal): Promise<Draft> {
  // The list is there before what a draft needs.
  const { findDrafts } = await import('../drafts/draft-store.js');
  const here = await findDrafts(member).catch(() => []);
  const kept = here.find((one) => one.task === task)?.kept.mine;
  if (kept && Object.keys(kept).length > 0) return kept;
  const { draft } = await api.require('GET /v1/tasks/{id}/draft', { id: task }, { signal });
  return draft ?? {};
}
