/** At a task: who is to hold it, and how urgent it is. */
import type { Task } from '../api/tasks.js';
import { useOffers } from '../keys/offers.js';
import { openOverScreen } from '../keys/opened.js';
import { useKey } from '../keys/use-key.js';
import { useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { PriorityChip } from '../parts/chips.js';
import { useSteering } from './use-steering.js';

export function SteerTask({ task }: { task: Task }) {
  const { assign, prioritize } = useSteering(task);
  useOffers([assign, prioritize]);
  const open = (offer: typeof assign) => (): void => {
    openOverScreen('palette', offer);
  };
  const keys = {
    assign: useKey('assign', open(assign)),
    prioritize: useKey('prioritize', open(prioritize)),
  };
  return (
    <>
      <Button kind="quiet" shortcut={keys.assign} aria-haspopup="dialog" onPress={open(assign)}>
        {assign.label}
      </Button>
      <Button kind="quiet" shortcut={keys.prioritize} aria-haspopup="dialog" onPress={open(prioritize)}>
        {prioritize.label}
      </Button>
    </>
  );
}

/** How urgent it is stands on the button that changes it. */
export function SteerRow({ task }: { task: Task }) {
  const words = useWords();
  const { assign, prioritize } = useSteering(task);
  const { ref } = task.claim;
  return (
    <>
      <Button
        kind="quiet"
        aria-haspopup="dialog"
        aria-label={words('priority.row', { ref, priority: words.known('priority.', task.priority) })}
        title={prioritize.label}
        onPress={() => {
          openOverScreen('palette', prioritize);
        }}
      >
        {task.priority === 'normal' ? words('priority.normal') : <PriorityChip priority={task.priority} />}
      </Button>
      <Button
        kind="quiet"
        aria-haspopup="dialog"
        onPress={() => {
          openOverScreen('palette', assign);
        }}
      >
        {assign.label}
      </Button>
    </>
  );
}
