/** What two changed at once: both are shown whole, and a person chooses. Nothing is dropped before that. */
import type { Conflict } from '../drafts/draft.rules.js';
import { useWords, type Message } from '../language/words.js';
import { Button } from '../parts/button.js';

interface Props {
  conflicts: readonly Conflict[];
  onChoose: (conflict: Conflict, value: unknown) => void;
}

export function DraftConflicts({ conflicts, onChoose }: Props) {
  const words = useWords();
  if (conflicts.length === 0) return null;
  return (
    <section className="stack" role="alert" aria-label={words('conflict.title')}>
      <p>
        <strong>{words('conflict.title')}</strong> {words('conflict.help')}
      </p>
      {conflicts.map((conflict) => (
        <div key={conflict.field} className="conflict">
          <h3>{words(titleOf(conflict.field), { language: conflict.field.split('.')[1] ?? '' })}</h3>
          <div className="conflict-sides">
            <Side title={words('conflict.mine')} value={conflict.mine} />
            <Side title={words('conflict.theirs')} value={conflict.theirs} />
          </div>
          <div className="row">
            <Choice
              label={words('conflict.takeMine')}
              onPress={() => {
                onChoose(conflict, conflict.mine);
              }}
            />
            <Choice
              label={words('conflict.takeTheirs')}
              onPress={() => {
                onChoose(conflict, conflict.theirs);
              }}
            />
            {conflict.both !== undefined && (
              <Choice
                label={words('conflict.takeBoth')}
                onPress={() => {
                  onChoose(conflict, conflict.both);
                }}
              />
            )}
          </div>
        </div>
      ))}
    </section>
  );
}

const Choice = ({ label, onPress }: { label: string; onPress: () => void }) => (
  <Button onPress={onPress}>{label}</Button>
);

function Side({ title, value }: { title: string; value: unknown }) {
  const words = useWords();
  return (
    <div>
      <p className="small soft">{title}</p>
      <p dir="auto">
        {value === null || value === undefined
          ? words('conflict.nothing')
          : typeof value === 'string'
            ? value
            : JSON.stringify(value)}
      </p>
    </div>
  );
}

const titles: Readonly<Record<string, Message>> = {
  'findings.attribution': 'finding.attribution',
  'findings.fidelity': 'finding.fidelity',
  'findings.veracity': 'finding.veracity',
  recheckAt: 'verdict.recheckAt',
};

const titleOf = (field: string): Message =>
  titles[field] ?? (field.startsWith('rationale.') ? 'rationale.in' : 'cited.title');
