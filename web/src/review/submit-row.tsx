/** Submits the verdict, and goes on to the next task or not. */
import { usePrintedKey } from '../keys/use-key.js';
import { useWords } from '../language/words.js';
import { Button } from '../parts/button.js';

interface Props {
  busy: boolean;
  /** Why it cannot be submitted, in words. */
  refused: string | undefined;
  onSubmit: (goesOn: boolean) => () => void;
}

export function SubmitRow({ busy, refused, onSubmit }: Props) {
  const words = useWords();
  return (
    <div className="row">
      <Button
        data-move="task.submit"
        kind="primary"
        shortcut={usePrintedKey('submit-verdict')}
        busy={busy}
        refused={refused}
        onPress={onSubmit(false)}
      >
        {words(busy ? 'verdict.submitting' : 'verdict.submit')}
      </Button>
      <Button shortcut={usePrintedKey('submit-next')} busy={busy} refused={refused} onPress={onSubmit(true)}>
        {words('verdict.submitNext')}
      </Button>
      {refused !== undefined && <span className="small soft">{refused}</span>}
    </div>
  );
}
