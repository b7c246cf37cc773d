/** Somebody was asked for a reply: who, by which way, when, and what came of it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { api } from '../api/api.js';
import { deskNow } from '../api/desk-clock.js';
import { useIdempotentSend } from '../api/once.js';
import { readClaimsAgain, type Claim } from '../api/claims.js';
import { announce } from '../parts/announce.js';
import { useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { Fault } from '../parts/fault.js';
import { useKeptTexts } from '../kept/use-kept-texts.js';
import { parseEdtf } from '../../../src/domain/text/edtf.js';
import { latinDigits } from '../../../src/domain/text/latin-digits.js';
import { contactOutcomes } from '../../../src/domain/evidence/contact.js';
import { saysWhatWasAnswered } from '../../../src/domain/task/side.js';
import { namedIn } from './contact-who.rules.js';
import { contactedBy, ContactWho, somebodyElse } from './contact-who.js';
import { dayOf } from '../parts/day.rules.js';
import { formKeys } from '../keys/form-keys.js';
import { useRecording } from './use-recording.js';
import { longest } from '../../../src/domain/text/lengths.js';

interface Props {
  claim: Pick<Claim, 'id' | 'chain'>;
  onClose: () => void;
}

export function ContactForm({ claim: { id: claim, chain }, onClose }: Props) {
  const words = useWords();
  const id = useId();
  const queries = useQueryClient();
  const once = useIdempotentSend();
  const { texts, keep, forget } = useKeptTexts(`claims/${claim}/contact`);
  const [today] = useState(() => dayOf(new Date(deskNow())));
  const { who = '', channel = '', date = today, text = '' } = texts;
  const outcome = contactOutcomes.find((one) => one === texts['outcome']) ?? 'asked';
  // Where the chain names nobody there is nothing to choose from.
  const { asked = namedIn(chain).length > 0 ? '' : somebodyElse } = texts;
  const contacted = contactedBy(asked, who);
  // What was answered is words of ours; that somebody was asked is not.
  const recording = useRecording(claim);
  const says = saysWhatWasAnswered({ ...contacted, outcome, text: text.trim() });
  const refused = recording.facts ?? (says ? recording.words : undefined);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const focusWho = (): void => {
    form.current?.querySelector<HTMLElement>('[aria-invalid], select, input')?.focus();
  };
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('select, input')?.focus();
  }, []);
  const day = useRef<HTMLInputElement>(null);
  const described = (field: string, isFault: boolean) =>
    isFault ? { 'aria-invalid': true, 'aria-describedby': `${id}-${field}-fault` } : {};
  const record = useMutation({
    mutationFn: () => {
      const body = {
        ...contacted,
        ...{ outcome, date },
        ...(channel.trim() !== '' && { channel: channel.trim() }),
        ...(text.trim() !== '' && { text: text.trim() }),
      };
      return once(body, (idempotencyKey) =>
        api.require('POST /v1/claims/{id}/contacts', { id: claim, body }, { idempotencyKey }),
      );
    },
    onMutate: () => texts,
    onSuccess: async (_recorded, _asked, sent) => {
      forget(sent);
      announce(words('contacts.recorded'));
      await readClaimsAgain(queries);
      onClose();
    },
  });
  return (
    <form
      ref={form}
      className="stack"
      noValidate
      aria-label={words('contacts.add')}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (contacted === undefined) focusWho();
        else if (!isDate(date)) day.current?.focus();
        else if (!record.isPending && refused === undefined) record.mutate();
      }}
      onKeyDown={formKeys(onClose)}
    >
      <ContactWho
        chain={chain}
        asked={asked}
        who={who}
        busy={record.isPending}
        lacks={tried && contacted === undefined}
        onChange={keep}
      />
      <div className="field">
        <label htmlFor={`${id}-outcome`}>{words('contacts.outcome')}</label>
        <select
          id={`${id}-outcome`}
          value={outcome}
          disabled={record.isPending}
          onChange={({ target }) => {
            keep({ outcome: target.value });
          }}
        >
          {contactOutcomes.map((one) => (
            <option key={one} value={one}>
              {words(`contact.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-channel`}>{words('contacts.channel')}</label>
        <input
          id={`${id}-channel`}
          dir="auto"
          maxLength={longest.contactChannel}
          value={channel}
          readOnly={record.isPending}
          aria-describedby={`${id}-channel-help`}
          onChange={({ target }) => {
            keep({ channel: target.value });
          }}
        />
        <span className="hint" id={`${id}-channel-help`}>
          {words('contacts.channelHint')}
        </span>
      </div>
      <div className="field">
        <label htmlFor={`${id}-date`}>{words('contacts.date')}</label>
        <input
          ref={day}
          id={`${id}-date`}
          dir="ltr"
          value={date}
          readOnly={record.isPending}
          {...described('date', tried && !isDate(date))}
          onChange={({ target }) => {
            keep({ date: latinDigits(target.value) });
          }}
        />
        {tried && !isDate(date) && (
          <p className="fault" id={`${id}-date-fault`}>
            {words('contacts.dateForm')}
          </p>
        )}
      </div>
      <div className="field">
        <label htmlFor={`${id}-text`}>{words('contacts.text')}</label>
        <textarea
          id={`${id}-text`}
          dir="auto"
          aria-describedby={`${id}-text-help`}
          rows={2}
          value={text}
          readOnly={record.isPending}
          onChange={({ target }) => {
            keep({ text: target.value });
          }}
        />
        <span className="hint" id={`${id}-text-help`}>
          {words('field.publicHint')}
        </span>
      </div>
      <Fault
        error={record.error}
        fields={{
          '/source': words('contacts.who'),
          '/label': words('contacts.who'),
          '/channel': words('contacts.channel'),
          '/date': words('contacts.date'),
          '/text': words('contacts.text'),
        }}
      />
      <div className="row">
        {refused !== undefined && <p className="small soft">{refused}</p>}
        <Button kind="primary" type="submit" busy={record.isPending} refused={refused}>
          {words('contacts.record')}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {words('cancel')}
        </Button>
      </div>
    </form>
  );
}

const isDate = (text: string): boolean => parseEdtf(text).ok;
