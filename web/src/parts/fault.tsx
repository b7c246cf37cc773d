/** What went wrong, as a person is told it: in the words of the API where it answered. */
import { isRefusal } from '../api/api.js';
import { useLanguage, useWords } from '../language/words.js';
import { faultsAt, sayProblem } from './fault.rules.js';
import { UserMessageError } from './user-message-error.js';
import { useWhereKept } from './where-kept.js';

/** `fields`: what the fields of a request are called on the screen, by their JSON pointers. */
export function useReason(fields: Readonly<Record<string, string>> = {}): (error: unknown) => string {
  const words = useWords();
  const { language } = useLanguage();
  const whereKept = useWhereKept();
  return (error) => {
    if (error instanceof UserMessageError) return error.message;
    if (isRefusal(error)) return sayProblem(error.problem, fields, language);
    return `${words('error.unreachableHelp')} ${whereKept}`;
  };
}

/** Of what was refused, what stands at fields of its own on the screen, by their pointers; `isAll`: nothing else is wrong. */
export const faultsOf = (error: unknown, pointers: readonly string[]): ReturnType<typeof faultsAt> =>
  isRefusal(error) ? faultsAt(error.problem, pointers) : { at: {}, isAll: false };

interface Props {
  error: unknown;
  fields?: Readonly<Record<string, string>>;
}

/** Stands beside what is shown: what was read before stays on the screen. */
export function Fault({ error, fields }: Props) {
  const reason = useReason(fields);
  if (error === null || error === undefined) return null;
  return (
    <p className="notice refutes" role="alert">
      {reason(error)}
    </p>
  );
}
