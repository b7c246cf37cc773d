/** Why the findings are as they are, in each language that it is published in. Plain text; [E1] points to evidence. */
import { useId, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { languages } from '../language/languages.js';
import { leadsNowhere } from '../../../src/domain/verdict/evidence-marks.js';
import { isKeyOf } from '../keys/is-key-of.js';
import { useLanguage, useLanguageName, useWords, type Words } from '../language/words.js';
import { announce } from '../parts/announce.js';
import { typeIn } from '../parts/type-in.js';
import { useSettled } from '../parts/use-settled.js';
import { moveCaret, nextMark } from './rationale.rules.js';
import { lengthInCodePoints } from '../../../src/domain/text/code-points.js';
import { longest } from '../../../src/domain/text/lengths.js';

interface Props {
  texts: Record<string, string>;
  cited: number;
  disabled: boolean;
  /** It was to be submitted without any. */
  lacks: boolean;
  onChange: (language: string, text: string) => void;
}

export function Rationale({ texts, cited, disabled, lacks, onChange }: Props) {
  const words = useWords();
  const nameOfLanguage = useLanguageName();
  const { language: own } = useLanguage();
  // In the member's language first: that is where the focus goes, and what they write in.
  const asked = [...new Set([own, ...languages, ...Object.keys(texts)])];
  return (
    <div className="stack rationale">
      {asked.map((language) => (
        <TextIn
          key={language}
          language={language}
          text={texts[language] ?? ''}
          cited={cited}
          disabled={disabled}
          lacks={lacks}
          label={words('rationale.in', { language: nameOfLanguage(language) })}
          onChange={(text) => {
            onChange(language, text);
          }}
        />
      ))}
    </div>
  );
}

interface TextProps {
  language: string;
  text: string;
  label: string;
  cited: number;
  disabled: boolean;
  lacks: boolean;
  onChange: (text: string) => void;
}

function TextIn({ language, text, label, cited, disabled, lacks, onChange }: TextProps) {
  const words = useWords();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  // Words of another tab or person come in while somebody writes: the caret stays at its word.
  const shown = useRef({ text, start: 0, end: 0 });
  useLayoutEffect(() => {
    const { current } = field;
    if (!current || current !== document.activeElement || shown.current.text === text) return;
    const { start, end } = shown.current;
    current.setSelectionRange(
      moveCaret(shown.current.text, text, start),
      moveCaret(shown.current.text, text, end),
    );
  }, [text]);
  const remember = (): void => {
    const { current } = field;
    if (current)
      shown.current = { text: current.value, start: current.selectionStart, end: current.selectionEnd };
  };
  const insert = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (!isKeyOf('insert-mark', event)) return;
    // The browser has another use for it.
    event.preventDefault();
    if (disabled) return;
    if (cited === 0) {
      announce(words('rationale.noneCited'));
      return;
    }
    typeIn(event.currentTarget, nextMark(event.currentTarget.value, cited));
  };
  const left = longest.rationale - lengthInCodePoints(text);
  const isLost = leadsNowhere(text, cited);
  const told = useSettled(left < longest.rationale / 10 ? left : undefined);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        ref={field}
        id={id}
        dir="auto"
        lang={language}
        rows={6}
        value={text}
        readOnly={disabled}
        aria-invalid={left < 0 || isLost || lacks || undefined}
        aria-describedby={`${id}-left`}
        onChange={({ target }) => {
          remember();
          onChange(target.value);
        }}
        onSelect={remember}
        onKeyDown={insert}
      />
      <span className={left < 0 || isLost || lacks ? 'fault' : 'hint'} id={`${id}-left`}>
        {isLost && `${words('missing.lostMark')} `}
        {lacks ? words('missing.rationale') : left < longest.rationale / 10 && sayLeft(words, left)}
      </span>
      <span className="unseen" role="status">
        {told !== undefined && sayLeft(words, told)}
      </span>
    </div>
  );
}

const sayLeft = (words: Words, left: number): string =>
  left < 0 ? words('field.tooLong', { count: -left }) : words('rationale.left', { count: left });
