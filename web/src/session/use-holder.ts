/** Who else holds a task, by name, and until when they do if they do not go on. */
import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { everybody } from '../api/people.js';
import type { Task } from '../api/tasks.js';
import { useMe } from './session.js';

interface Holder {
  /** As they are called; their ref until the people are here. */
  name: string;
  /** In words; undefined while no reservation runs. */
  until: string | undefined;
}

export function useHolder({ assignee, leaseEndsAt, paused }: Task): Holder | undefined {
  const me = useMe();
  const intl = useIntl();
  const isOther = assignee !== null && assignee.id !== me.id;
  const people = useQuery({ ...everybody, enabled: isOther }).data;
  if (!isOther) return undefined;
  return {
    name: people?.find(({ id }) => id === assignee.id)?.name ?? assignee.ref,
    until:
      leaseEndsAt === null || paused !== null
        ? undefined
        : intl.formatDate(leaseEndsAt, { dateStyle: 'long', timeStyle: 'short' }),
  };
}
