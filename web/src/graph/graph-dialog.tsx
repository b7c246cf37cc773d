/** The claims around a claim over the whole window, as far from it as somebody chooses; every relation of them in a sentence, too. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useIntl } from 'react-intl';
import { graphOf, type Rating } from '../api/claims.js';
import { useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { Fault } from '../parts/fault.js';
import { Code } from '../parts/foreign.js';
import { Note } from '../parts/note.js';
import { RelationText } from '../parts/relation-text.js';
import { Skeleton } from '../parts/skeleton.js';
import { GraphDrawing } from './graph-drawing.js';
import './graph.css';

const depths = [1, 2, 3, 4] as const;

interface Props {
  claim: { id: string; ref: string };
  scale: readonly Rating[];
  onClose: () => void;
}

export function GraphDialog({ claim, scale, onClose }: Props) {
  const words = useWords();
  const intl = useIntl();
  const id = useId();
  const [depth, setDepth] = useState<number>(2);
  const { data, error, isPlaceholderData } = useQuery({
    ...graphOf(claim.id, depth),
    placeholderData: keepPreviousData,
  });
  return (
    <ModalOverlay
      className="overlay whole-window"
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="dialog graph-dialog">
        <Dialog className="graph-of-claim">
          <header className="row">
            <Heading slot="title">
              <Code>{claim.ref}</Code> · {words('review.relations')}
            </Heading>
            <fieldset className="plain row">
              <legend className="unseen">{words('graph.depth')}</legend>
              <span aria-hidden className="small soft">
                {words('graph.depth')}
              </span>
              {depths.map((one) => (
                <label key={one} className="choice">
                  <input
                    type="radio"
                    name={`${id}-depth`}
                    checked={one === depth}
                    onChange={() => {
                      setDepth(one);
                    }}
                  />
                  {intl.formatNumber(one)}
                </label>
              ))}
            </fieldset>
            <span role="status" className="small soft">
              {data &&
                !isPlaceholderData &&
                words('graph.shown', { claims: data.nodes.length, relations: data.edges.length })}
            </span>
            <span className="end">
              <Button onPress={onClose}>{words('close')}</Button>
            </span>
          </header>
          <div className="graph-body stack" aria-busy={isPlaceholderData || undefined}>
            <Fault error={error} />
            {data?.truncated && <p className="notice attention">{words('graph.truncated')}</p>}
            {data ? (
              <>
                <GraphDrawing graph={data} scale={scale} onLeave={onClose} />
                <section className="stack" aria-labelledby={`${id}-sentences`}>
                  <h3 id={`${id}-sentences`}>{words('graph.sentences')}</h3>
                  <ul className="graph-sentences">
                    {data.edges.map(({ id: key, from, type, to, note }) => (
                      <li key={key}>
                        <RelationText of={`${from.ref} ${type} ${to.ref}`} />
                        {note !== null && (
                          <div>
                            <Note className="small soft" text={note} />
                          </div>
                        )}
                      </li>
                    ))}
                  </ul>
                </section>
              </>
            ) : (
              !error && <Skeleton />
            )}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
