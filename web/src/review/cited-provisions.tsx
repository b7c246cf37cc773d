/** The norms that the verdict cites: what was done, by whom, when. Offered are those of the claim. */
import { useId } from 'react';
import type { Claim } from '../api/claims.js';
import type { Draft } from '../drafts/draft.rules.js';
import { useWords } from '../language/words.js';
import { latinDigits } from '../../../src/domain/text/latin-digits.js';
import { announce } from '../parts/announce.js';
import { Button } from '../parts/button.js';
import { NormName } from './norm-name.js';

type Cited = NonNullable<Draft['provisions']>[number];

interface Props {
  kind: Claim['kind'];
  provisions: Claim['provisions'];
  cited: readonly Cited[];
  disabled: boolean;
  /** It was to be submitted: what lacks is marked. */
  tried: boolean;
  onChange: (cited: Cited[]) => void;
  /** One that was taken out is cited again, with what was said of it. */
  onRestore: (cited: Cited) => void;
  /** Leads to where a norm is linked. */
  onLink: () => void;
}

export function CitedProvisions({
  kind,
  provisions,
  cited,
  disabled,
  tried,
  onChange,
  onRestore,
  onLink,
}: Props) {
  const words = useWords();
  const known = provisions.flatMap(({ instrument, provision }) =>
    provision ? [{ ...provision, of: { instrument, provision } }] : [],
  );
  if (known.length === 0)
    return kind === 'violation' ? (
      <div className="notice attention">
        <p>{words('cited.none')}</p>
        <div className="row">
          <Button onPress={onLink}>{words('norms.link')}</Button>
        </div>
      </div>
    ) : null;
  return (
    <fieldset className="plain stack">
      <legend>{words('cited.title')}</legend>
      {known.map((provision) => {
        const now = cited.find(({ id }) => id === provision.id || id === provision.ref);
        const others = cited.filter((one) => one !== now);
        return (
          <div key={provision.id} className="provision">
            <label className="row">
              <input
                type="checkbox"
                disabled={disabled}
                checked={now !== undefined}
                onChange={({ target }) => {
                  onChange(target.checked ? [...others, { id: provision.id }] : others);
                  if (now && (now.act ?? now.actor ?? now.date) !== undefined)
                    announce(words('cited.takenOut'), () => {
                      onRestore(now);
                    });
                }}
              />
              <NormName of={provision.of} />
            </label>
            {now && (
              <Details
                now={now}
                disabled={disabled}
                tried={tried}
                needsDirection={provision.direction === 'to' || provision.direction === 'from'}
                onChange={(next) => {
                  onChange([...others, next]);
                }}
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

interface DetailsProps {
  now: Cited;
  disabled: boolean;
  tried: boolean;
  needsDirection: boolean;
  onChange: (next: Cited) => void;
}

function Details({ now, disabled, tried, needsDirection, onChange }: DetailsProps) {
  const words = useWords();
  const id = useId();
  return (
    <div className="stack">
      {(['act', 'actor', 'date'] as const).map((name) => {
        const lacks = tried && (now[name] ?? '').trim() === '';
        return (
          <div key={name} className="field">
            <label htmlFor={`${id}-${name}`}>{words(`cited.${name}`)}</label>
            <input
              id={`${id}-${name}`}
              dir={name === 'date' ? 'ltr' : 'auto'}
              value={now[name] ?? ''}
              readOnly={disabled}
              aria-invalid={lacks || undefined}
              aria-describedby={lacks ? `${id}-${name}-fault` : undefined}
              onChange={({ target }) => {
                onChange({ ...now, [name]: name === 'date' ? latinDigits(target.value) : target.value });
              }}
            />
            {lacks && (
              <p className="fault" id={`${id}-${name}-fault`}>
                {words('field.needed')}
              </p>
            )}
          </div>
        );
      })}
      {needsDirection && (
        <div className="field">
          <label htmlFor={`${id}-direction`}>{words('cited.direction')}</label>
          <select
            id={`${id}-direction`}
            value={now.direction ?? ''}
            disabled={disabled}
            onChange={({ target: { value } }) => {
              const { direction: _before, ...rest } = now;
              onChange(value === 'to' || value === 'from' ? { ...rest, direction: value } : rest);
            }}
          >
            <option value="">{words('choose')}</option>
            <option value="to">{words('direction.to')}</option>
            <option value="from">{words('direction.from')}</option>
          </select>
        </div>
      )}
    </div>
  );
}
