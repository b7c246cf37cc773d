/** Ctrl K: to a claim by its ref or to a screen, and whatever can be done with what is open. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { announce } from '../parts/announce.js';
import { languages, ownNames } from '../language/languages.js';
import { useLanguage, useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { Fault } from '../parts/fault.js';
import { Code } from '../parts/foreign.js';
import { Skeleton } from '../parts/skeleton.js';
import { commandsFor, markedOf, stepTo } from './commands.rules.js';
import { isOfWord } from './key.rules.js';
import { useOffered, type Offer } from './offers.js';

interface Props {
  /** Begins with what there is to choose of this. */
  within?: Offer | undefined;
  onClose: () => void;
}

export function Palette({ within: first, onClose }: Props) {
  const words = useWords();
  const id = useId();
  const [within, setWithin] = useState(first);
  const [typed, setTyped] = useState('');
  const [chosenId, setChosenId] = useState<string>();
  const wanted = typed.trim();
  const ways = useWays(wanted);
  const offers = useOffered();
  const choices = useQuery({
    queryKey: ['choices', within?.id],
    queryFn: () => (within && typeof within.run === 'object' ? within.run.choices() : []),
    enabled: within !== undefined,
    staleTime: 0,
    gcTime: 0,
  });
  const commands = within
    ? commandsFor(wanted, { offers: choices.data ?? [], named: [] })
    : commandsFor(wanted, { offers: [...offers, ...ways.screens], named: ways.named });
  // What is marked stays so, wherever an event puts it meanwhile: Enter runs what is seen to be chosen.
  const marked = markedOf(commands, chosenId);
  if (marked !== undefined && marked !== chosenId) setChosenId(marked);
  const at = commands.findIndex(({ id: one }) => one === marked);
  const chosen = commands[at] && `${id}-${commands[at].id}`;
  useEffect(() => {
    // It is nowhere focused, so nothing else brings it into sight.
    if (chosen !== undefined) document.getElementById(chosen)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const title = within?.label ?? words('palette.title');

  const lookInto = (offer: Offer | undefined): void => {
    setWithin(offer);
    setTyped('');
    setChosenId(undefined);
  };
  const run = (command: Offer | undefined): void => {
    if (!command) return;
    if (command.why !== undefined) announce(command.why);
    else if (typeof command.run === 'object') lookInto(command);
    else {
      onClose();
      // What had the focus before has it again by then: what this opens takes it from there.
      requestAnimationFrame(command.run);
    }
  };
  const press = (event: KeyboardEvent): void => {
    if (isOfWord(event.nativeEvent)) return;
    const step = ({ ArrowDown: 1, ArrowUp: -1 } as const)[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setChosenId(commands[stepTo(at, step, commands.length)]?.id);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(commands[at]);
    } else if (event.key === 'Backspace' && typed === '' && within) lookInto(undefined);
  };
  return (
    <ModalOverlay
      className="overlay top"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="dialog">
        <Dialog className="stack">
          <Heading slot="title">{title}</Heading>
          <div className="field">
            <label htmlFor={`${id}-input`} className="unseen">
              {title}
            </label>
            <input
              id={`${id}-input`}
              dir="auto"
              role="combobox"
              aria-expanded
              aria-controls={`${id}-list`}
              aria-activedescendant={chosen}
              autoComplete="off"
              autoFocus
              value={typed}
              onChange={({ target }) => {
                setTyped(target.value);
                setChosenId(undefined);
              }}
              onKeyDown={press}
            />
          </div>
          <Fault error={choices.error} />
          {choices.isLoading && <Skeleton height={120} />}
          <ul id={`${id}-list`} role="listbox" aria-label={title} className="palette-list">
            {commands.map((command, index) => (
              <li
                key={command.id}
                id={`${id}-${command.id}`}
                role="option"
                aria-selected={index === at}
                aria-disabled={command.why !== undefined || undefined}
                onClick={() => {
                  run(command);
                }}
              >
                <span className="row">
                  <bdi>{command.label}</bdi>
                  {command.of !== undefined && (
                    <span className="small soft">
                      <Code>{command.of}</Code>
                    </span>
                  )}
                  {command.note !== undefined && <span className="small soft">{command.note}</span>}
                </span>
                {command.why !== undefined && <span className="small">{command.why}</span>}
              </li>
            ))}
          </ul>
          {commands.length === 0 && !choices.isLoading && <p className="soft">{words('palette.none')}</p>}
          <Button kind="quiet" onPress={onClose}>
            {words('close')}
          </Button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Where one can go from anywhere: by what was typed, and to the screens. */
function useWays(wanted: string): { named: Offer[]; screens: Offer[] } {
  const words = useWords();
  const navigate = useNavigate();
  const { language, choose } = useLanguage();
  const isRef = /^[A-Za-z0-9][A-Za-z0-9._()-]{0,63}$/.test(wanted);
  const named: Offer[] = [];
  if (isRef)
    named.push({
      id: 'ref',
      label: words('palette.claim', { ref: wanted }),
      run: () => void navigate({ to: '/claims/$claim', params: { claim: wanted } }),
    });
  if (wanted !== '')
    named.push({
      id: 'search',
      label: words('palette.search', { words: wanted }),
      run: () => void navigate({ to: '/claims', search: { q: wanted } }),
    });
  const screens: Offer[] = [
    { id: 'work', label: words('frame.work'), run: () => void navigate({ to: '/work' }) },
    { id: 'claims', label: words('frame.claims'), run: () => void navigate({ to: '/claims' }) },
    ...languages
      .filter((one) => one !== language)
      .map((one) => ({
        id: `language-${one}`,
        label: ownNames[one],
        run: () => {
          choose(one);
        },
      })),
  ];
  return { named, screens };
}
