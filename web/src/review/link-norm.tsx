/** Links a claim to a norm that it touches: the instrument is found by its name or number, then its paragraph is chosen. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { foldText } from '../../../src/domain/text/fold.js';
import { nearestText } from '../../../src/domain/text/nearest-language.js';
import { api } from '../api/api.js';
import { readClaimsAgain, type Claim } from '../api/claims.js';
import { instruments, oneInstrument } from '../api/instruments.js';
import { useIdempotentSend } from '../api/once.js';
import { formKeys } from '../keys/form-keys.js';
import { useKeptTexts } from '../kept/use-kept-texts.js';
import { useLanguage, useWords } from '../language/words.js';
import { announce } from '../parts/announce.js';
import { Button } from '../parts/button.js';
import { Fault } from '../parts/fault.js';
import { NoteField } from './note-field.js';

interface Props {
  claim: Pick<Claim, 'id'>;
  onClose: () => void;
}

export function LinkNorm({ claim: { id: claim }, onClose }: Props) {
  const words = useWords();
  const { language } = useLanguage();
  const id = useId();
  const queries = useQueryClient();
  const once = useIdempotentSend();
  const { texts, keep, forget } = useKeptTexts(`claims/${claim}/norm`);
  const { find = '', note = '' } = texts;
  const all = useQuery(instruments);
  const named = (all.data ?? []).map((one) => ({
    ...one,
    title: nearestText(one.titles, language)?.text ?? one.label,
  }));
  const wanted = foldText(find, 'search').trim();
  const fitting = named.filter(({ ref, label, titles }) =>
    foldText([ref, label, ...Object.values(titles)].join(' '), 'search').includes(wanted),
  );
  const chosen =
    fitting.find(({ ref }) => ref === texts['instrument']) ?? (fitting.length === 1 ? fitting[0] : undefined);
  const whole = useQuery({ ...oneInstrument(chosen?.id ?? ''), enabled: chosen !== undefined });
  const provisions = whole.data?.provisions ?? [];
  /** Which paragraphs there are is not known: the one that was chosen would go unsaid. */
  const waits = chosen !== undefined && whole.data === undefined;
  const provision = provisions.find(({ ref }) => ref === texts['provision']);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector('input')?.focus();
  }, []);
  const link = useMutation({
    mutationFn: (body: { provision: string } | { instrument: string }) => {
      const full = { ...body, ...(note.trim() !== '' && { note: note.trim() }) };
      return once(full, (idempotencyKey) =>
        api.require('POST /v1/claims/{id}/provisions', { id: claim, body: full }, { idempotencyKey }),
      );
    },
    onMutate: () => texts,
    onSuccess: async (_linked, _body, sent) => {
      forget(sent);
      announce(words('norms.linked'));
      await readClaimsAgain(queries);
      onClose();
    },
  });
  const lacks = tried && chosen === undefined;
  return (
    <form
      ref={form}
      className="stack"
      noValidate
      aria-label={words('norms.link')}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!chosen) form.current?.querySelector('select')?.focus();
        else if (waits) {
          if (whole.isError) void whole.refetch();
        } else if (!link.isPending)
          link.mutate(provision ? { provision: provision.id } : { instrument: chosen.id });
      }}
      onKeyDown={formKeys(onClose)}
    >
      <div className="field">
        <label htmlFor={`${id}-find`}>{words('norms.find')}</label>
        <input
          id={`${id}-find`}
          dir="auto"
          value={find}
          readOnly={link.isPending}
          aria-describedby={`${id}-found`}
          onChange={({ target }) => {
            keep({ find: target.value });
          }}
        />
        <span className="hint" id={`${id}-found`} role="status">
          {all.data && words('norms.found', { count: fitting.length })}
        </span>
      </div>
      <div className="field">
        <label htmlFor={`${id}-instrument`}>{words('norms.instrument')}</label>
        <select
          id={`${id}-instrument`}
          value={chosen?.ref ?? ''}
          disabled={link.isPending}
          aria-invalid={lacks || undefined}
          aria-describedby={lacks ? `${id}-fault` : undefined}
          onChange={({ target }) => {
            keep({ instrument: target.value, provision: '' });
          }}
        >
          <option value="">{words('choose')}</option>
          {fitting.map(({ ref, label, title }) => (
            <option key={ref} value={ref}>
              {title === label ? label : `${title} · ${label}`}
            </option>
          ))}
        </select>
        {lacks && (
          <p className="fault" id={`${id}-fault`}>
            {words('field.needed')}
          </p>
        )}
      </div>
      {chosen && (
        <div className="field">
          <label htmlFor={`${id}-provision`}>{words('norms.which')}</label>
          <select
            id={`${id}-provision`}
            value={provision?.ref ?? ''}
            disabled={link.isPending || waits}
            onChange={({ target }) => {
              keep({ provision: target.value });
            }}
          >
            <option value="">{words('norms.asWhole')}</option>
            {provisions.map(({ ref, paragraph, effects }) => (
              <option key={ref} value={ref}>
                {[
                  words('norms.paragraph', { paragraph }),
                  shortened(nearestText(effects, language)?.text),
                ].join(' ')}
              </option>
            ))}
          </select>
        </div>
      )}
      <NoteField
        value={note}
        readOnly={link.isPending}
        onChange={(text) => {
          keep({ note: text });
        }}
      />
      <Fault error={link.error ?? all.error ?? whole.error} />
      <div className="row">
        <Button kind="primary" type="submit" busy={link.isPending || (waits && whole.isFetching)}>
          {words('norms.link')}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {words('cancel')}
        </Button>
      </div>
    </form>
  );
}

/** What fits a line of a list. */
const mostLetters = 70;
const shortened = (text = ''): string =>
  text.length > mostLetters ? `· ${Array.from(text).slice(0, mostLetters).join('')}…` : text && `· ${text}`;
