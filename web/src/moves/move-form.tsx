/** The form of one move. Esc closes it and keeps what was written; sending it is the only thing that changes anything. */
import { useEffect, useId, useRef, useState } from 'react';
import { useWords, type Message } from '../language/words.js';
import { Button } from '../parts/button.js';
import { Fault, faultsOf } from '../parts/fault.js';
import { formKeys } from '../keys/form-keys.js';
import { useKeptTexts } from '../kept/use-kept-texts.js';
import type { MoveField } from './move-fields.js';

interface Props {
  /** Its id. */
  claim: string;
  event: string;
  /** What it is called where more than one of the same move can be open; otherwise as its move. */
  label?: string;
  fields: readonly MoveField[];
  busy: boolean;
  /** Why it was refused when it was sent. */
  error: Error | null;
  /** `onMade`: once the desk has it. */
  onSend: (fields: Record<string, string>, onMade: () => void) => void;
  onCancel: () => void;
}

export function MoveForm({ claim, event, label, fields, busy, error, onSend, onCancel }: Props) {
  const words = useWords();
  const { texts: values, keep, forget } = useKeptTexts(`claims/${claim}/${event}`);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('select, input, textarea')?.focus();
  }, []);
  const faults = faultsOf(
    error,
    fields.map(({ name }) => `/${name}`),
  );
  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [error]);
  const lacking = fields.filter(({ name, required }) => required && (values[name] ?? '').trim() === '');
  // What readers know is taken from them for good.
  const isFinal = event !== 'note' && fields.some(({ kind }) => kind === 'notice');
  const title = words.known('move.', event);
  return (
    <form
      ref={form}
      className="stack"
      aria-label={label ?? title}
      noValidate
      onSubmit={(submitted) => {
        submitted.preventDefault();
        if (busy) return;
        setTried(true);
        const [first] = lacking;
        if (first) {
          form.current?.querySelector<HTMLElement>(`[name=${first.name}]`)?.focus();
          return;
        }
        const given = fields.flatMap(({ name }) => {
          const text = (values[name] ?? '').trim();
          return text === '' ? [] : [[name, text]];
        });
        onSend(Object.fromEntries(given) as Record<string, string>, () => {
          forget(values);
        });
      }}
      onKeyDown={formKeys(onCancel)}
    >
      {fields.map((field) => (
        <Field
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          busy={busy}
          fault={tried && lacking.includes(field) ? words('field.needed') : faults.at[`/${field.name}`]}
          onChange={(value) => {
            keep({ [field.name]: value });
          }}
        />
      ))}
      {!faults.isAll && (
        <Fault
          error={error}
          fields={Object.fromEntries(fields.map((field) => [`/${field.name}`, words(labelOf(field))]))}
        />
      )}
      {isFinal && <p className="notice attention">{words('field.final')}</p>}
      <div className="row">
        <Button kind="primary" type="submit" busy={busy}>
          {title}
        </Button>
        <Button kind="quiet" onPress={onCancel}>
          {words('cancel')}
        </Button>
      </div>
    </form>
  );
}

/** When readers get it. */
const hints: Partial<Record<MoveField['kind'], Message>> = {
  public: 'field.publicHint',
  notice: 'field.noticeHint',
};

const labelOf = ({ kind, name }: MoveField): Message => (hints[kind] ? 'field.publicNote' : `field.${name}`);

interface FieldProps {
  field: MoveField;
  value: string;
  busy: boolean;
  /** What is wrong with it. */
  fault: string | undefined;
  onChange: (value: string) => void;
}

function Field({ field, value, busy, fault, onChange }: FieldProps) {
  const { name, kind, choices = [] } = field;
  const words = useWords();
  const id = useId();
  const hint = hints[kind];
  const common = {
    id,
    name,
    value,
    'aria-invalid': fault !== undefined || undefined,
    'aria-describedby': fault !== undefined ? `${id}-fault` : hint ? `${id}-hint` : undefined,
    onChange: ({ target }: { target: { value: string } }) => {
      onChange(target.value);
    },
  };
  return (
    <div className="field">
      <label htmlFor={id}>{words(labelOf(field))}</label>
      {kind === 'choice' ? (
        <select {...common} disabled={busy}>
          <option value="">{words('choose')}</option>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {words.known('reason.', choice)}
            </option>
          ))}
        </select>
      ) : kind === 'ref' ? (
        <input {...common} readOnly={busy} dir="ltr" />
      ) : (
        <textarea {...common} readOnly={busy} dir="auto" rows={3} />
      )}
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {words(hint)}
        </span>
      )}
      <div role="alert">
        {fault !== undefined && (
          <p className="fault" id={`${id}-fault`}>
            {fault}
          </p>
        )}
      </div>
    </div>
  );
}
