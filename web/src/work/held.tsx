/** How many tasks I hold of how many I may, and the way to say that I am away. */
import { useQuery } from '@tanstack/react-query';
import { everybody } from '../api/people.js';
import type { Task } from '../api/tasks.js';
import { useWords } from '../language/words.js';
import { useMe } from '../session/session.js';
import { GoAway } from './away.js';

interface Props {
  tasks: readonly Task[] | undefined;
  isHere: boolean;
}

export function Held({ tasks, isHere }: Props) {
  const words = useWords();
  const me = useMe();
  // Where no limit is mine, it is the one of the desk.
  const people = useQuery({ ...everybody, enabled: me.wipLimit === null });
  const limit = me.wipLimit ?? people.data?.find(({ id }) => id === me.id)?.limit;
  const held = tasks?.filter(({ status }) => status !== 'submitted').length;
  return (
    <div className="row">
      {held !== undefined && limit !== undefined && (
        <span className="small soft">{words('work.held', { held, limit })}</span>
      )}
      {isHere && <GoAway />}
    </div>
  );
}
