/** PURE: the moves that make a task whose it was. */
interface Held {
  assignee: { id: string; ref: string } | null;
  status: string;
}

/** Before it was given to somebody else. Whether they are away or hold enough is not asked: it was theirs a moment ago. */
export const asBeforeAssigning = ({ assignee }: Pick<Held, 'assignee'>) =>
  assignee
    ? ({ event: 'assign', assignee: assignee.ref, override: true } as const)
    : ({ event: 'release' } as const);

/** Before it was given back by `me`, an id. */
export const asBeforeReleasing = ({ assignee, status }: Held, me: string) =>
  assignee?.id === me
    ? ({ event: 'take', start: status === 'in_progress' } as const)
    : asBeforeAssigning({ assignee });
