/** What two changed at once: both are shown whole, and a person chooses. Nothing is dropped before that. */
import type { Conflict, ConflictSide } from '../drafts/draft.rules.js';
import { useLanguageName, useWords, type Message } from '../language/words.js';
import { Button } from '../parts/button.js';

interface Props {
  conflicts: readonly Conflict[];
  onChoose: (field: string, side: ConflictSide) => void;
}

export function DraftConflicts({ conflicts, onChoose }: Props) {
  const words = useWords();
  const nameOfLanguage = useLanguageName();
  if (conflicts.length === 0) return null;
  return (
    <section className="stack" role="alert" aria-label={words('conflict.title')}>
      <p>
        <strong>{words('conflict.title')}</strong> {words('conflict.help')}
      </p>
      {conflicts.map((conflict) => (
        <div key={conflict.field} className="conflict">
          <h3>
            {words(titleOf(conflict.field), {
              language: nameOfLanguage(conflict.field.split('.')[1] ?? 'und'),
            })}
          </h3>
          <div className="conflict-sides">
            <Side title={words('conflict.mine')} value={conflict.mine} />
            <Side title={words('conflict.theirs')} value={conflict.theirs} />
          </div>
          <div className="row">
            {sidesOf(conflict).map(([side, label]) => (
              <Button
                key={side}
                onPress={() => {
                  onChoose(conflict.field, side);
                }}
              >
                {words(label)}
              </Button>
            ))}
          </div>
        </div>
      ))}
    </section>
  );
}

const sidesOf = ({ both }: Conflict): [ConflictSide, Message][] => [
  ['mine', 'conflict.takeMine'],
  ['theirs', 'conflict.takeTheirs'],
  ...(both === undefined ? [] : ([['both', 'conflict.takeBoth']] satisfies [ConflictSide, Message][])),
];

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
