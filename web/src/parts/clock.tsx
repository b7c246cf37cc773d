/** The clock of a task: how long there is, or since when it is overdue; amber from half of it on, red at its end. */
import { useIntl } from 'react-intl';
import { useWords } from '../language/words.js';
import { Icon } from './icon.js';
import { useSpan } from './moment.js';
import { useNow } from './now.js';
import { clockStage } from './clock.rules.js';

interface Clocked {
  dueAt: string | null;
  /** When the clock began, as well as is known. */
  takenAt: string | null;
  openedAt: string;
  paused: object | null;
  /** What it measures: until work on the task is begun, how long that may take. */
  clock: string | null;
}

/** While there is time, and afterwards. */
const told = {
  begin: ['clock.begin.due', 'clock.begin.overdue'],
  work: ['clock.due', 'clock.overdue'],
} as const;
const tones = { early: '', late: 'attention', overdue: 'refutes' } as const;

export function Clock({ task }: { task: Clocked }) {
  const { dueAt, takenAt, openedAt, paused } = task;
  const words = useWords();
  const intl = useIntl();
  const span = useSpan();
  const now = useNow();
  if (paused !== null)
    return (
      <span className="chip">
        <Icon name="paused" />
        {words('clock.paused')}
      </span>
    );
  if (dueAt === null) return null;
  const due = Date.parse(dueAt);
  const stage = clockStage({ startedAt: Date.parse(takenAt ?? openedAt), dueAt: due }, now);
  const left = span(Math.abs(due - now));
  return (
    <span className={`chip ${tones[stage]}`}>
      <Icon name={stage === 'overdue' ? 'attention' : 'clock'} />
      <time dateTime={dueAt} title={intl.formatDate(dueAt, { dateStyle: 'full', timeStyle: 'short' })}>
        {words(told[task.clock === 'pick_up' ? 'begin' : 'work'][stage === 'overdue' ? 1 : 0], { left })}
      </time>
    </span>
  );
}
