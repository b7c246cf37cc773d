/** Pauses a task, with what is waited for: its clock and its lease stand still until it goes on. */
import { useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { late } from '../parts/late.js';
import { useDisclosure } from '../parts/use-disclosure.js';
import type { MovingTask } from './use-task-move.js';

const PauseForm = late(() => import('./pause-form.js').then((part) => part.PauseForm));

export function Pause({ task, moving }: { task: string; moving: MovingTask }) {
  const words = useWords();
  const { isOpen, open, close, opener } = useDisclosure();
  if (isOpen) return <PauseForm task={task} moving={moving} onClose={close} />;
  return (
    <div ref={opener}>
      <Button data-move="task.pause" kind="quiet" busy={moving.busy} onPress={open}>
        {words('lease.pause')}
      </Button>
    </div>
  );
}
