/** Being away, so that no task is given to me; and being back. */
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useIntl } from 'react-intl';
import { onEscape } from '../keys/form-keys.js';
import { deskNow } from '../api/desk-clock.js';
import { announce } from '../parts/announce.js';
import { useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { Fault } from '../parts/fault.js';
import { useNow } from '../parts/now.js';
import { useDisclosure } from '../parts/use-disclosure.js';
import { settle, useMe } from '../session/session.js';
import { awayUntil, startOfDay } from './away.rules.js';

export function useAwayUntil(): string | undefined {
  const { awayEndsAt } = useMe();
  return awayUntil(awayEndsAt, useNow());
}

export function AwayNotice({ until }: { until: string }) {
  const words = useWords();
  const intl = useIntl();
  const back = useMutation({
    mutationFn: () => settle({ awayEndsAt: null }),
    onSuccess: () => {
      announce(words('away.isBack'));
    },
  });
  const at = intl.formatDate(until, { dateStyle: 'long', timeStyle: 'short' });
  return (
    <div className="notice stack">
      <p>{words('away.is', { at })}</p>
      <div>
        <Button
          kind="primary"
          busy={back.isPending}
          onPress={() => {
            back.mutate();
          }}
        >
          {words('away.back')}
        </Button>
      </div>
      <Fault error={back.error} />
    </div>
  );
}

export function GoAway() {
  const words = useWords();
  const id = useId();
  const { isOpen, open, close, opener, content } = useDisclosure();
  const [day, setDay] = useState('');
  const [tried, setTried] = useState(false);
  const moment = startOfDay(day);
  const isFault = tried && (moment === undefined || Date.parse(moment) <= deskNow());
  const leave = useMutation({
    mutationFn: (awayEndsAt: string) => settle({ awayEndsAt }),
    onSuccess: () => {
      announce(words('away.noted'));
    },
  });
  if (!isOpen)
    return (
      <div ref={opener}>
        <Button kind="quiet" onPress={open}>
          {words('away.go')}
        </Button>
      </div>
    );
  return (
    <form
      ref={content}
      className="row"
      noValidate
      aria-label={words('away.go')}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (moment === undefined || Date.parse(moment) <= deskNow())
          document.getElementById(`${id}-day`)?.focus();
        else if (!leave.isPending) leave.mutate(moment);
      }}
      onKeyDown={onEscape(close)}
    >
      <div className="field">
        <label htmlFor={`${id}-day`}>{words('away.firstDay')}</label>
        <input
          id={`${id}-day`}
          type="date"
          value={day}
          readOnly={leave.isPending}
          aria-invalid={isFault || undefined}
          aria-describedby={isFault ? `${id}-fault` : undefined}
          onChange={({ target }) => {
            setDay(target.value);
          }}
        />
        {isFault && (
          <p className="fault" id={`${id}-fault`}>
            {words('away.needsDay')}
          </p>
        )}
      </div>
      <Button type="submit" busy={leave.isPending}>
        {words('away.go')}
      </Button>
      <Button kind="quiet" onPress={close}>
        {words('cancel')}
      </Button>
      <Fault error={leave.error} />
    </form>
  );
}
