/** Every icon of the desk by what it stands for. Never alone: a word stands beside each. */
import {
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

export function Icon({ name }: { name: IconName }) {
  // A code of the API may be newer than this page.
  const Drawn = (icons as Partial<typeof icons>)[name] ?? icons.neutral;
  return <Drawn aria-hidden className="icon" />;
}
