/** Who holds a task and how urgent it is, as an editor settles it. What was so before is one call away for a moment. */
import { priorities, type Priority } from '../../../src/domain/task/priority.js';
import { readPeople } from '../api/people.js';
import { moveTask, type Move, type Task } from '../api/tasks.js';
import type { Offer } from '../keys/offers.js';
import { useWords } from '../language/words.js';
import { asBeforeAssigning } from './steering.rules.js';
import { useUndoable } from './use-undoable.js';

interface Steering {
  assign: Offer;
  prioritize: Offer;
}

export function useSteering(task: Task): Steering {
  const words = useWords();
  const make = useUndoable();
  const { ref } = task.claim;

  const move = (body: Move) => (key: string) => moveTask(task.id, body, key);
  const prioritize = (priority: Priority) => move({ event: 'prioritize', priority });
  const people = async (): Promise<Offer[]> => {
    const all = await readPeople({ task: task.id });
    return all
      .filter(({ id }) => id !== task.assignee?.id)
      .map(({ id, name, ref: assignee, held, limit, assignment }) => {
        const mayHold = assignment?.allowed === true;
        const onPurpose = !mayHold && assignment?.override === true;
        const body = { event: 'assign' as const, assignee, ...(onPurpose && { override: true }) };
        const why = assignment?.why ?? undefined;
        return {
          id,
          label: name,
          note: onPurpose ? why : words('assign.holds', { held, limit }),
          why: mayHold || onPurpose ? undefined : why,
          run: () => {
            void make(words('assign.done', { ref, name }), move(body), move(asBeforeAssigning(task)));
          },
        };
      });
  };
  return {
    assign: { id: `assign-${task.id}`, label: words('assign.to'), of: ref, run: { choices: people } },
    prioritize: {
      id: `priority-${task.id}`,
      label: words('priority.set'),
      of: ref,
      run: {
        choices: () =>
          Promise.resolve(
            priorities
              .filter((one) => one !== task.priority)
              .map((one) => {
                const label = words(`priority.${one}`);
                return {
                  id: one,
                  label,
                  run: () => {
                    void make(
                      words('priority.done', { ref, priority: label }),
                      prioritize(one),
                      prioritize(task.priority),
                    );
                  },
                };
              }),
          ),
      },
    },
  };
}
