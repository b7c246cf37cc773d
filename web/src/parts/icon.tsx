/** Every icon of the desk by what it stands for. Never alone: a word stands beside each. */
import {
  ArrowRight,
  Check,
  CircleAlert,
  CircleCheck,
  CircleHelp,
  CircleX,
  Clock,
  Languages,
  Pause,
  User,
  type LucideIcon,
} from 'lucide-react';

const icons = {
  forward: ArrowRight,
  done: Check,
  attention: CircleAlert,
  supports: CircleCheck,
  refutes: CircleX,
  neutral: CircleHelp,
  clock: Clock,
  paused: Pause,
  person: User,
  language: Languages,
} satisfies Record<string, LucideIcon>;

export type IconName = keyof typeof icons;

/** Those that point somewhere turn with the direction of the page. */
const turning: ReadonlySet<IconName> = new Set(['forward']);

export function Icon({ name }: { name: IconName }) {
  const Drawn = icons[name];
  return <Drawn aria-hidden className={`icon${turning.has(name) ? ' turns' : ''}`} />;
}
