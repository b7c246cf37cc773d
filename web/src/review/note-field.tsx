/** The note that may stand beside what is recorded of a claim. */
import { useId } from 'react';
import { useWords } from '../language/words.js';

interface Props {
  value: string;
  readOnly: boolean;
  onChange: (text: string) => void;
}

export function NoteField({ value, readOnly, onChange }: Props) {
  const words = useWords();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{words('field.note')}</label>
      <textarea
        id={id}
        dir="auto"
        rows={2}
        value={value}
        readOnly={readOnly}
        onChange={({ target }) => {
          onChange(target.value);
        }}
      />
    </div>
  );
}
