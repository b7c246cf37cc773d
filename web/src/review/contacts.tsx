/** The right of reply: who was asked, by which way, and what came of it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState, type RefObject } from 'react';
import { api } from '../api/api.js';
import { useOnce } from '../api/once.js';
import { readClaimsAgain, type Claim } from '../api/claims.js';
import { announce } from '../frame/announce.js';
import { useLanguage, useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { Fault } from '../parts/fault.js';
import { Foreign } from '../parts/foreign.js';
import { useKeptTexts } from '../kept/use-kept-texts.js';
import { useDisclosure } from '../parts/use-disclosure.js';
import { parseEdtf } from '../../../src/domain/text/edtf.js';
import { contactOutcomes } from '../../../src/domain/claim/contact.js';
import { useMe } from '../session/session.js';
import { formKeys } from './form-keys.js';
import { nameOf } from './names.rules.js';

export function Contacts({ claim }: { claim: Pick<Claim, 'id' | 'contacts'> }) {
  const words = useWords();
  const { language } = useLanguage();
  const { permissions } = useMe();
  const { isOpen, open, close, opener, content } = useDisclosure();
  return (
    <section className="stack" aria-labelledby="contacts">
      <h2 id="contacts">{words('contacts.title')}</h2>
      {claim.contacts.length === 0 ? (
        <p className="soft">{words('contacts.none')}</p>
      ) : (
        <ul>
          {claim.contacts.map(({ id, source, label, outcome, channel, text, date }) => (
            <li key={id} className="evidence-item">
              <div className="row">
                <strong>
                  <Foreign text={source ? nameOf(source, language) : (label ?? '')} />
                </strong>
                <span className="chip">{words(`contact.${outcome}`)}</span>
                <time dir="ltr" className="small soft">
                  {date}
                </time>
                {channel !== null && <Foreign as="span" className="small soft" text={channel} />}
              </div>
              {text !== null && <Foreign as="p" text={text} />}
            </li>
          ))}
        </ul>
      )}
      {isOpen ? (
        <ContactForm claim={claim} form={content} onDone={close} />
      ) : (
        permissions.includes('record') && (
          <div ref={opener}>
            <Button onPress={open}>{words('contacts.add')}</Button>
          </div>
        )
      )}
    </section>
  );
}

interface FormProps {
  claim: { id: string };
  form: RefObject<HTMLFormElement | null>;
  onDone: () => void;
}

function ContactForm({ claim, form, onDone }: FormProps) {
  const words = useWords();
  const id = useId();
  const queries = useQueryClient();
  const once = useOnce();
  const { texts, keep, forget } = useKeptTexts(`claims/${claim.id}/contact`);
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const { who = '', date = today, text = '' } = texts;
  const outcome = contactOutcomes.find((one) => one === texts['outcome']) ?? 'asked';
  const [tried, setTried] = useState(false);
  const name = useRef<HTMLInputElement>(null);
  const day = useRef<HTMLInputElement>(null);
  const described = (field: string, isFault: boolean) =>
    isFault ? { 'aria-invalid': true, 'aria-describedby': `${id}-${field}-fault` } : {};
  const record = useMutation({
    mutationFn: () => {
      const body = { label: who.trim(), outcome, date, ...(text.trim() !== '' && { text: text.trim() }) };
      return once(body, (idempotencyKey) =>
        api.demand('POST /v1/claims/{id}/contacts', { id: claim.id, body }, { idempotencyKey }),
      );
    },
    onMutate: () => texts,
    onSuccess: async (_recorded, _asked, sent) => {
      forget(sent);
      announce(words('contacts.recorded'));
      await readClaimsAgain(queries);
      onDone();
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
        if (who.trim() === '') name.current?.focus();
        else if (!isDate(date)) day.current?.focus();
        else if (!record.isPending) record.mutate();
      }}
      onKeyDown={formKeys(onDone)}
    >
      <div className="field">
        <label htmlFor={`${id}-who`}>{words('contacts.who')}</label>
        <input
          ref={name}
          id={`${id}-who`}
          dir="auto"
          value={who}
          readOnly={record.isPending}
          {...described('who', tried && who.trim() === '')}
          onChange={({ target }) => {
            keep({ who: target.value });
          }}
        />
        {tried && who.trim() === '' && (
          <p className="fault" id={`${id}-who-fault`}>
            {words('field.needed')}
          </p>
        )}
      </div>
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
        <label htmlFor={`${id}-date`}>{words('contacts.date')}</label>
        <input
          ref={day}
          id={`${id}-date`}
          dir="ltr"
          value={date}
          readOnly={record.isPending}
          {...described('date', tried && !isDate(date))}
          onChange={({ target }) => {
            keep({ date: target.value });
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
          '/label': words('contacts.who'),
          '/date': words('contacts.date'),
          '/text': words('contacts.text'),
        }}
      />
      <div className="row">
        <Button kind="primary" type="submit" busy={record.isPending}>
          {words('contacts.record')}
        </Button>
        <Button kind="quiet" onPress={onDone}>
          {words('cancel')}
        </Button>
      </div>
    </form>
  );
}

const isDate = (text: string): boolean => parseEdtf(text).ok;
