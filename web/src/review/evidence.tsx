/** What was found for, against and around the claim; what of it the verdict rests on. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api } from '../api/api.js';
import { useIdempotentSend } from '../api/once.js';
import { readClaimsAgain, type Claim, type Evidence } from '../api/claims.js';
import { Changed } from '../changes/changes.js';
import { useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { Fault } from '../parts/fault.js';
import { Code, Foreign, hostOf } from '../parts/foreign.js';
import { Icon } from '../parts/icon.js';
import { late } from '../parts/late.js';
import { Note } from '../parts/note.js';
import { Skeleton } from '../parts/skeleton.js';
import { evidenceStances } from '../../../src/domain/evidence/stance.js';
import { useMe } from '../session/session.js';
import { AddEvidence } from './add-evidence.js';

interface Props {
  claim: Pick<Claim, 'id' | 'evidence'>;
  /** ids that the verdict rests on, in the order of ids, by which readers count them; undefined where no verdict is being written. */
  cited?: readonly string[];
  /** Undefined where what is shown is written elsewhere. */
  onCite?: ((id: string, cited: boolean) => void) | undefined;
  /** While the verdict is being submitted. */
  paused?: boolean;
  /** Brings the pane to the screen, where it stands behind another. */
  onShow?: () => void;
}

const Captures = late(() => import('./captures.js').then((part) => part.Captures), <Skeleton height={160} />);

const PageThumbnail = late(() => import('./page-thumbnail.js').then((part) => part.PageThumbnail));

const tones = { for: 'supports', against: 'refutes', context: '' } as const;

export function EvidencePane({ claim, cited, onCite, paused = false, onShow }: Props) {
  const words = useWords();
  const { permissions } = useMe();
  return (
    <section className="stack" aria-labelledby="evidence">
      <h2 id="evidence">
        <Changed part="evidence">{words('evidence.title')}</Changed>
      </h2>
      {claim.evidence.length === 0 && <p className="soft">{words('evidence.none')}</p>}
      {evidenceStances.map((stance) => {
        const items = claim.evidence.filter((one) => one.stance === stance);
        if (items.length === 0) return null;
        return (
          <div key={stance}>
            <h3>
              <span className={`chip ${tones[stance]}`}>{words(`stance.${stance}`)}</span>
            </h3>
            <ul>
              {items.map((item) => (
                <Item key={item.id} claim={claim.id} item={item} cited={cited} onCite={onCite} />
              ))}
            </ul>
          </div>
        );
      })}
      {permissions.includes('record') && (
        <AddEvidence claim={claim} paused={paused} onShow={onShow} onAdded={(id) => onCite?.(id, true)} />
      )}
    </section>
  );
}

function Item({
  claim,
  item,
  cited,
  onCite,
}: {
  /** id. */
  claim: string;
  item: Evidence;
  cited: readonly string[] | undefined;
  onCite: Props['onCite'];
}) {
  const words = useWords();
  const { permissions } = useMe();
  const [isOpen, setOpen] = useState(false);
  const place = cited?.indexOf(item.id) ?? -1;
  const { latest } = item.capture;
  const kept = keptCapture(item);
  const title = (kept ?? latest)?.title;
  const isPictured = permissions.includes('read_desk');
  return (
    <Changed
      as="li"
      part={`evidence/${item.id}`}
      className={isPictured ? 'evidence-item pictured' : 'evidence-item'}
    >
      {kept && isPictured && <PageThumbnail capture={kept.id} />}
      <div className="row">
        {place >= 0 && (
          <span className="chip" data-mark={place + 1}>
            <Code>{`E${String(place + 1)}`}</Code>
          </span>
        )}
        <a className="small-target" href={item.url} target="_blank" rel="noreferrer noopener">
          {title ? <Foreign text={title} /> : <Code>{hostOf(item.url)}</Code>}
        </a>
        {title && (
          <span className="small soft">
            <Code>{hostOf(item.url)}</Code>
          </span>
        )}
      </div>
      {item.note !== null && <Note text={item.note} />}
      <div className="row small">
        <CaptureLine item={item} />
        {cited && (
          <label className="row">
            <input
              type="checkbox"
              checked={place >= 0}
              disabled={!onCite}
              onChange={({ target }) => {
                onCite?.(item.id, target.checked);
              }}
            />
            {words('evidence.rests')}
          </label>
        )}
        {latest && permissions.includes('read_desk') && (
          <Button
            aria-expanded={isOpen}
            onPress={() => {
              setOpen(!isOpen);
            }}
          >
            {words(isOpen ? 'evidence.closeCaptures' : 'evidence.openCaptures')}
          </Button>
        )}
      </div>
      {isOpen && (
        <Captures
          claim={claim}
          evidence={item.id}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </Changed>
  );
}

/** What a verdict would rest on: a later look that failed takes nothing from it. */
const keptCapture = ({ capture: { latest, previous } }: Evidence) =>
  latest?.outcome === 'captured' ? latest : previous;

function CaptureLine({ item }: { item: Evidence }) {
  const words = useWords();
  const intl = useIntl();
  const queries = useQueryClient();
  const { permissions } = useMe();
  const once = useIdempotentSend();
  const again = useMutation({
    mutationFn: () =>
      once(item.id, (idempotencyKey) =>
        api.require('POST /v1/evidence/{id}/captures', { id: item.id }, { idempotencyKey }),
      ),
    onSettled: () => readClaimsAgain(queries),
  });
  const { status, latest, previous } = item.capture;
  const kept = keptCapture(item);
  return (
    <>
      {status === 'owed' && (
        <span className="soft">
          <Icon name="clock" /> {words('evidence.owed')}
        </span>
      )}
      {kept && (
        <span className="soft">
          {words('evidence.captured', {
            moment: intl.formatDate(kept.attemptedAt, { dateStyle: 'long', timeStyle: 'short' }),
          })}{' '}
          · <Code>{`sha256 ${kept.sha256?.slice(0, 8) ?? ''}…`}</Code>
        </span>
      )}
      {previous && (latest?.change === 'changed' || latest?.change === 'gone') && (
        <span className="chip attention">
          <Icon name="attention" />
          {words(`evidence.${latest.change}`, { number: previous.number })}
        </span>
      )}
      {latest?.outcome === 'failed' && (
        <span className="chip attention">
          <Icon name="attention" />
          {words.known('capture.', latest.failure?.code ?? 'unreachable')}
        </span>
      )}
      {status !== 'owed' && permissions.includes('record') && (
        <Button
          kind="quiet"
          busy={again.isPending}
          onPress={() => {
            again.mutate();
          }}
        >
          {words('evidence.again')}
        </Button>
      )}
      <Fault error={again.error} />
    </>
  );
}
