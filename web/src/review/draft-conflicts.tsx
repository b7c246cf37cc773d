/** What two changed at once: both are shown whole, and a person chooses. Nothing is dropped before that. */
import { useIntl } from 'react-intl';
import type { Claim, Rating } from '../api/claims.js';
import type { Conflict, ConflictSide, Draft } from '../drafts/draft.rules.js';
import { useLanguage, useLanguageName, useWords, type Message } from '../language/words.js';
import { Button } from '../parts/button.js';
import { EdtfDate } from '../parts/edtf-date.js';
import { Foreign } from '../parts/foreign.js';
import { NormName } from './norm-name.js';
import { ratingName } from '../parts/ratings.rules.js';

interface Shown {
  scale: readonly Rating[];
  provisions: Claim['provisions'];
}

interface Props extends Shown {
  conflicts: readonly Conflict[];
  onChoose: (field: string, side: ConflictSide) => void;
}

export function DraftConflicts({ conflicts, onChoose, ...shown }: Props) {
  const words = useWords();
  if (conflicts.length === 0) return null;
  return (
    <section className="stack" aria-label={words('conflict.title')}>
      {/* Only this is read aloud at once: both texts are there to be gone through. */}
      <p role="alert">
        <strong>{words('conflict.title')}</strong> {words('conflict.help')}
      </p>
      {conflicts.map((conflict) => (
        <div key={conflict.field} className="conflict">
          <h3>
            <Title field={conflict.field} provisions={shown.provisions} />
          </h3>
          <div className="conflict-sides">
            {(['mine', 'theirs'] as const).map((side) => (
              <div key={side}>
                <p className="small soft">{words(`conflict.${side}`)}</p>
                <Value field={conflict.field} value={conflict[side]} scale={shown.scale} />
              </div>
            ))}
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

/** `rationale.ar` → of what kind it is, and which one of them. */
const splitField = (field: string): [kind: string, which: string] => {
  const [kind = '', ...rest] = field.split('.');
  return [kind, rest.join('.')];
};

function Title({ field, provisions }: { field: string; provisions: Claim['provisions'] }) {
  const words = useWords();
  const nameOfLanguage = useLanguageName();
  const [kind, which] = splitField(field);
  if (kind === 'findings') return words.known('finding.', which);
  if (kind === 'rationale') return words('rationale.in', { language: nameOfLanguage(which) });
  if (kind === 'recheckAt') return words('verdict.recheckAt');
  const cited = provisions.find(({ provision }) => provision?.id === which || provision?.ref === which);
  return (
    <>
      {words('cited.title')} {cited && <NormName of={cited} />}
    </>
  );
}

/** As a person reads it: the label of a finding, a date, what is said of a norm. */
function Value({ field, value, scale }: { field: string; value: unknown; scale: readonly Rating[] }) {
  const words = useWords();
  const intl = useIntl();
  const { language } = useLanguage();
  const [kind, which] = splitField(field);
  if (kind === 'rationale') {
    const text = typeof value === 'string' ? value : '';
    return text.trim() === '' ? (
      <p className="soft">{words('conflict.empty')}</p>
    ) : (
      <Foreign as="p" text={text} language={which} />
    );
  }
  if (kind === 'provisions' && value) return <SaidOfNorm {...(value as Cited)} />;
  if (typeof value !== 'string') return <p className="soft">{words('conflict.nothing')}</p>;
  if (kind === 'recheckAt') return <p>{intl.formatDate(value, { dateStyle: 'long', timeZone: 'UTC' })}</p>;
  if (which === 'veracity') return <Foreign as="p" text={ratingName(scale, value, language)} />;
  return <p>{words.known(`${which}.`, value)}</p>;
}

type Cited = NonNullable<Draft['provisions']>[number];

function SaidOfNorm({ direction, ...said }: Cited) {
  const words = useWords();
  return (
    <ul>
      {(['act', 'actor', 'date'] as const).map((name) => (
        <li key={name}>
          <span className="small soft">{words(`cited.${name}`)}</span>{' '}
          <TextOrDate name={name} text={said[name]?.trim() ?? ''} />
        </li>
      ))}
      {direction && (
        <li>
          <span className="small soft">{words('cited.direction')}</span>{' '}
          {words.known('direction.', direction)}
        </li>
      )}
    </ul>
  );
}

function TextOrDate({ name, text }: { name: string; text: string }) {
  const words = useWords();
  if (text === '') return words('conflict.empty');
  return name === 'date' ? <EdtfDate of={text} /> : <Foreign text={text} />;
}
