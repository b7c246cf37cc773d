/** What went wrong, as a person is told it: in the words of the API where it answered. */
import { isRefusal } from '../api/api.js';
import { useWords } from '../language/words.js';

export function useReason(): (error: unknown) => string {
  const words = useWords();
  return (error) => (isRefusal(error) ? error.message : words('error.unreachableHelp'));
}

/** Stands beside what is shown: what was read before stays on the screen. */
export function Fault({ error }: { error: unknown }) {
  const reason = useReason();
  if (error === null || error === undefined) return null;
  return (
    <p className="notice refutes" role="alert">
      {reason(error)}
    </p>
  );
}
