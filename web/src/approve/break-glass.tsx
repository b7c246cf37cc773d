/** A verdict that cannot wait for whoever holds its approval: why, who confirms it, and the ref, typed, so that nobody does it by mistake. */
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { readPeople } from '../api/people.js';
import { useWords } from '../language/words.js';
import { latinDigits } from '../../../src/domain/text/latin-digits.js';
import { Button } from '../parts/button.js';
import { Fault } from '../parts/fault.js';
import { Foreign } from '../parts/foreign.js';
import type { Texts } from '../kept/kept-texts.js';
import { useMe } from '../session/session.js';

interface Props {
  /** id. */
  verdict: string;
  /** Its ref. */
  claim: string;
  busy: boolean;
  error: unknown;
  /** `reason` and `second`, as they were left. */
  texts: Texts;
  onChange: (change: Texts) => void;
  onSend: (reason: string, second: string) => void;
  onClose: () => void;
}

export function BreakGlass({ verdict, claim, busy, error, texts, onChange, onSend, onClose }: Props) {
  const words = useWords();
  const id = useId();
  const me = useMe();
  const people = useQuery({
    queryKey: ['people', verdict],
    queryFn: ({ signal }) => readPeople({ verdict }, signal),
    // Who has written of it meanwhile cannot confirm it any more.
    staleTime: 0,
  });
  const { reason = '', second = '' } = texts;
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const others = (people.data ?? []).filter(({ ref }) => ref !== me.ref);
  const able = others.filter(({ confirmation }) => confirmation?.allowed === true);
  const faults = {
    reason: reason.trim() === '',
    second: !able.some(({ ref }) => ref === second),
    typed: latinDigits(typed.trim()) !== latinDigits(claim),
  };
  const described = (name: keyof typeof faults) =>
    tried && faults[name] ? { 'aria-invalid': true, 'aria-describedby': `${id}-${name}-fault` } : {};
  const fault = (name: keyof typeof faults) =>
    tried &&
    faults[name] && (
      <p className="fault" id={`${id}-${name}-fault`}>
        {name === 'typed' ? words('glass.typeRef', { ref: claim }) : words('field.needed')}
      </p>
    );
  return (
    <ModalOverlay
      className="overlay"
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="dialog">
        <Dialog className="stack" role="alertdialog">
          <Heading slot="title">{words('move.break_glass')}</Heading>
          <p>{words('glass.help')}</p>
          <form
            className="stack"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              setTried(true);
              const first = (['reason', 'second', 'typed'] as const).find((name) => faults[name]);
              if (first === undefined) onSend(reason.trim(), second);
              else document.getElementById(`${id}-${first}`)?.focus();
            }}
          >
            <div className="field">
              <label htmlFor={`${id}-reason`}>{words('glass.reason')}</label>
              <textarea
                id={`${id}-reason`}
                dir="auto"
                rows={3}
                autoFocus
                value={reason}
                readOnly={busy}
                {...described('reason')}
                onChange={({ target }) => {
                  onChange({ reason: target.value });
                }}
              />
              {fault('reason')}
            </div>
            <div className="field">
              <label htmlFor={`${id}-second`}>{words('glass.second')}</label>
              <select
                id={`${id}-second`}
                value={faults.second ? '' : second}
                disabled={busy}
                {...described('second')}
                onChange={({ target }) => {
                  onChange({ second: target.value });
                }}
              >
                <option value="">{words('choose')}</option>
                {able.map((one) => (
                  <option key={one.id} value={one.ref}>
                    {one.name}
                  </option>
                ))}
              </select>
              {fault('second')}
              {others.map(
                ({ ref, name, confirmation }) =>
                  confirmation?.why && (
                    <p key={ref} className="small soft">
                      <Foreign text={name} />: {confirmation.why}
                    </p>
                  ),
              )}
            </div>
            <div className="field">
              <label htmlFor={`${id}-typed`}>{words('glass.typeRef', { ref: claim })}</label>
              <input
                id={`${id}-typed`}
                dir="ltr"
                autoComplete="off"
                value={typed}
                readOnly={busy}
                {...described('typed')}
                onChange={({ target }) => {
                  setTyped(target.value);
                }}
              />
              {fault('typed')}
            </div>
            <Fault
              error={error ?? people.error}
              fields={{ '/reason': words('glass.reason'), '/second': words('glass.second') }}
            />
            <div className="row">
              <Button kind="primary" type="submit" busy={busy}>
                {words('move.break_glass')}
              </Button>
              <Button kind="quiet" onPress={onClose}>
                {words('cancel')}
              </Button>
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
