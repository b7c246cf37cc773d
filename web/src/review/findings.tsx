/** The three questions. A key of the row of digits chooses, and leads on to the next question. */
import { choicePressed, keyOfChoice } from '../keys/digit.rules.js';
import { useId, type KeyboardEvent } from 'react';
import type { Rating } from '../api/claims.js';
import type { Draft } from '../drafts/draft.rules.js';
import { useLanguage, useWords } from '../language/words.js';
import { Foreign } from '../parts/foreign.js';
import { Icon } from '../parts/icon.js';
import { attributionFindings, fidelityFindings } from '../../../src/domain/verdict/rules.js';
import { inOrder, labelOf } from '../parts/ratings.rules.js';

type Findings = NonNullable<Draft['findings']>;

interface Props {
  findings: Findings;
  scale: readonly Rating[];
  isForecast: boolean;
  /** What was found missing when it was to be submitted. */
  lacking: readonly string[];
  disabled: boolean;
  onChange: (findings: Findings) => void;
}

export function FindingsForm({ findings, scale, isForecast, lacking, disabled, onChange }: Props) {
  const words = useWords();
  const { language } = useLanguage();
  const { placed, apart } = inOrder(scale.filter(({ forecast }) => isForecast || !forecast));
  return (
    <div className="findings" onKeyDown={chooseByDigit}>
      <Question
        name="attribution"
        title={words('finding.attribution')}
        lacks={lacking.includes('attribution')}
        choices={attributionFindings.map((value) => ({ value, label: words(`attribution.${value}`) }))}
        chosen={findings.attribution}
        disabled={disabled}
        onChoose={(attribution) => {
          onChange({ ...findings, attribution });
        }}
      />
      <Question
        name="fidelity"
        title={words('finding.fidelity')}
        lacks={lacking.includes('fidelity')}
        choices={fidelityFindings.map((value) => ({ value, label: words(`fidelity.${value}`) }))}
        chosen={findings.fidelity}
        disabled={disabled}
        onChoose={(fidelity) => {
          onChange({ ...findings, fidelity });
        }}
      />
      <Question
        name="veracity"
        title={words('finding.veracity')}
        lacks={lacking.includes('veracity')}
        choices={[...placed, ...apart].map((rating) => ({
          value: rating.slug,
          label: labelOf(rating, language),
          polarity: rating.polarity,
        }))}
        onLine={placed.length}
        chosen={findings.veracity}
        disabled={disabled}
        onChoose={(veracity) => {
          onChange({ ...findings, veracity });
        }}
      />
    </div>
  );
}

interface Choice<Value> {
  value: Value;
  label: string;
  polarity?: Rating['polarity'];
}

function Question<Value extends string>({
  name,
  title,
  lacks,
  choices,
  onLine = 0,
  chosen,
  disabled,
  onChoose,
}: {
  name: 'attribution' | 'fidelity' | 'veracity';
  title: string;
  lacks: boolean;
  choices: readonly Choice<Value>[];
  /** How many of the first stand on the line of the scale. */
  onLine?: number;
  chosen: Value | undefined;
  disabled: boolean;
  onChoose: (value: Value) => void;
}) {
  const words = useWords();
  const id = useId();
  const draw = ({ value, label, polarity }: Choice<Value>, index: number) => (
    <label key={value} className="choice">
      <input
        type="radio"
        name={id}
        value={value}
        data-choice={index + 1}
        checked={chosen === value}
        disabled={disabled}
        onChange={() => {
          onChoose(value);
        }}
      />
      {polarity && <Icon name={polarity} />}
      <Foreign text={label} />
      {keyOfChoice(index + 1) !== undefined && <kbd aria-hidden>{keyOfChoice(index + 1)}</kbd>}
    </label>
  );
  return (
    <fieldset
      role="radiogroup"
      data-question={name}
      aria-invalid={lacks || undefined}
      aria-describedby={lacks ? `${id}-fault` : undefined}
    >
      <legend>{title}</legend>
      {lacks && (
        <p className="fault" id={`${id}-fault`}>
          {words(`missing.${name}`)}
        </p>
      )}
      {onLine > 0 && <div className="scale-line">{choices.slice(0, onLine).map(draw)}</div>}
      <div className="choices">
        {choices.slice(onLine).map((choice, index) => draw(choice, index + onLine))}
      </div>
    </fieldset>
  );
}

function chooseByDigit(event: KeyboardEvent<HTMLElement>): void {
  const pressed = choicePressed(event);
  if (pressed === undefined) return;
  const questions = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-question]')];
  const at = questions.findIndex((question) => question.contains(event.target as Node));
  const choice = questions[at]?.querySelector<HTMLInputElement>(`[data-choice="${String(pressed)}"]`);
  if (!choice || choice.disabled) return;
  event.preventDefault();
  choice.click();
  ignoreWhileHeld();
  const next = questions[at + 1]?.querySelector<HTMLInputElement>(':checked, [data-choice="1"]');
  if (next) next.focus();
  else choice.closest('form')?.querySelector<HTMLElement>('textarea')?.focus();
}

/** A key that is held answers one question: until the next key, nothing is repeated in whatever has the focus by then. */
function ignoreWhileHeld(): void {
  const listen = (event: globalThis.KeyboardEvent): void => {
    if (event.repeat) {
      event.preventDefault();
      event.stopPropagation();
    } else removeEventListener('keydown', listen, true);
  };
  addEventListener('keydown', listen, true);
}
