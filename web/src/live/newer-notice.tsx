/** "3 new · show": a list changes when its reader says so. */
import { useQueryClient } from '@tanstack/react-query';
import { useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { useNewer } from './newer.js';

export function NewerNotice({ queryKey }: { queryKey: readonly unknown[] }) {
  const words = useWords();
  const queries = useQueryClient();
  const [count, read] = useNewer();
  return (
    <div className="newer" aria-live="polite">
      {count > 0 && (
        <Button
          kind="quiet"
          onPress={() => {
            read();
            void queries.invalidateQueries({ queryKey });
          }}
        >
          {words('live.newer', { count })}
        </Button>
      )}
    </div>
  );
}
