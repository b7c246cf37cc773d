/** The form of one move. Esc closes it and keeps nothing; sending it is the only thing that changes anything. */
import { useEffect, useId, useRef, useState } from 'react';
import { useWords, type Message } from '../language/words.js';
import { Button } from '../parts/button.js';
import { fieldsOf, type MoveField } from './move-fields.js';

interface Props {
  event: string;
  busy: boolean;
  onSend: (fields: Record<string, string>) => void;
  onCancel: () => void;
}

export function MoveForm({ event, busy, onSend, onCancel }: Props) {
  const words = useWords();
  const fields = fieldsOf(event);
  const [values, setValues] = useState<Record<string, string>>({});
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('select, input, textarea')?.focus();
  }, []);
  const lacking = fields.filter(({ name, required }) => required && (values[name] ?? '').trim() === '');
  const title = words(`move.${event}` as Message);
  return (
    <form
      ref={form}
      className="stack"
      aria-label={title}
      noValidate
      onSubmit={(submitted) => {
        submitted.preventDefault();
        setTried(true);
        if (lacking.length > 0) return;
        onSend(Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== '')));
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onCancel();
      }}
    >
      {fields.map((field) => (
        <Field
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          lacks={tried && lacking.includes(field)}
          onChange={(value) => {
            setValues((before) => ({ ...before, [field.name]: value }));
          }}
        />
      ))}
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

interface FieldProps {
  field: MoveField;
  value: string;
  lacks: boolean;
  onChange: (value: string) => void;
}

function Field({ field: { name, kind, choices = [] }, value, lacks, onChange }: FieldProps) {
  const words = useWords();
  const id = useId();
  const common = {
    id,
    value,
    'aria-invalid': lacks || undefined,
    'aria-describedby': lacks ? `${id}-fault` : undefined,
    onChange: ({ target }: { target: { value: string } }) => {
      onChange(target.value);
    },
  };
  return (
    <div className="field">
      <label htmlFor={id}>{words(`field.${name}`)}</label>
      {kind === 'choice' ? (
        <select {...common}>
          <option value="">{words('choose')}</option>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {words(`reason.${choice}` as Message)}
            </option>
          ))}
        </select>
      ) : kind === 'ref' ? (
        <input {...common} dir="ltr" />
      ) : (
        <textarea {...common} dir="auto" rows={3} />
      )}
      {lacks && (
        <p className="fault" id={`${id}-fault`}>
          {words('field.needed')}
        </p>
      )}
    </div>
  );
}
