/** Ctrl K: to a claim by its ref, or to a screen. */
import { useNavigate } from '@tanstack/react-router';
import { useId, useState, type KeyboardEvent } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { languages, ownNames } from '../language/languages.js';
import { useLanguage, useWords } from '../language/words.js';
import { Button } from '../parts/button.js';

interface Command {
  id: string;
  label: string;
  run: () => void;
}

export function Palette({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const id = useId();
  const navigate = useNavigate();
  const { language, choose } = useLanguage();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const wanted = typed.trim();
  const all: Command[] = [
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
  const isRef = /^[A-Za-z0-9][A-Za-z0-9._()-]{0,63}$/.test(wanted);
  const commands: Command[] = [
    ...(isRef
      ? [
          {
            id: 'ref',
            label: words('palette.claim', { ref: wanted }),
            run: () => void navigate({ to: '/claims/$claim', params: { claim: wanted } }),
          },
        ]
      : []),
    ...(wanted === ''
      ? []
      : [
          {
            id: 'search',
            label: words('palette.search', { words: wanted }),
            run: () => void navigate({ to: '/claims', search: { q: wanted } }),
          },
        ]),
    ...all.filter(({ label }) => label.toLowerCase().includes(wanted.toLowerCase())),
  ];
  const run = (command: Command | undefined): void => {
    if (!command) return;
    onClose();
    command.run();
  };
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt((before) => (before + step + commands.length) % Math.max(1, commands.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(commands[at] ?? commands[0]);
    }
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
          <Heading slot="title">{words('palette.title')}</Heading>
          <div className="field">
            <label htmlFor={`${id}-input`} className="unseen">
              {words('palette.title')}
            </label>
            <input
              id={`${id}-input`}
              dir="auto"
              role="combobox"
              aria-expanded
              aria-controls={`${id}-list`}
              aria-activedescendant={commands[at] && `${id}-${commands[at].id}`}
              autoComplete="off"
              autoFocus
              value={typed}
              onChange={({ target }) => {
                setTyped(target.value);
                setAt(0);
              }}
              onKeyDown={move}
            />
          </div>
          <ul id={`${id}-list`} role="listbox" aria-label={words('palette.title')} className="palette-list">
            {commands.map((command, index) => (
              <li
                key={command.id}
                id={`${id}-${command.id}`}
                role="option"
                aria-selected={index === at}
                onClick={() => {
                  run(command);
                }}
              >
                <bdi>{command.label}</bdi>
              </li>
            ))}
          </ul>
          <Button kind="quiet" onPress={onClose}>
            {words('close')}
          </Button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
