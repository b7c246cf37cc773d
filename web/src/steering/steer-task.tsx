/** At a task: who is to hold it, and how urgent it is. */
import type { Task } from '../api/tasks.js';
import { useOffers } from '../keys/offers.js';
import { openOverScreen } from '../keys/opened.js';
import { useKey } from '../keys/use-key.js';
import { Button } from '../parts/button.js';
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

export function SteerRow({ task }: { task: Task }) {
  const { assign } = useSteering(task);
  return (
    <Button
      kind="quiet"
      aria-haspopup="dialog"
      onPress={() => {
        openOverScreen('palette', assign);
      }}
    >
      {assign.label}
    </Button>
  );
}
