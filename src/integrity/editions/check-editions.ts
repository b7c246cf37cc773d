/**
 * Whether each approved edition is what the events had told by then. Who changes a row for as long as somebody reads and
 * approves, and changes it back, leaves rows and events that agree; the digest that was approved is of something else.
 */
import { compareEditions } from '../../domain/edition/compare-editions.js';
import { mapTexts, type Edition } from '../../domain/edition/edition.js';
import { digestOf, parseSealed } from '../../domain/edition/seal-edition.js';
import { canonicalJson } from '../../domain/text/canonical-json.js';
import type { Sealed } from '../../domain/text/seal.js';
import { nothing, type State } from '../../domain/replay/apply.js';
import { unplaced } from '../decisions/decision.js';
import { placeOf, type OrderedEvent } from '../decisions/ordered-event.js';
import { VerificationError } from '../checkpoints/verification-error.js';
import { createClaimParts, type ClaimParts, type ToldText } from './claim-parts.js';
import { composeAgain } from './compose-again.js';
import { createNamedHistories } from './named-histories.js';
import { requireNoticeAgain } from './notice-again.js';

export interface CheckedEditions {
  /** Editions that are made again of what the events tell. */
  count: number;
  /** Those that cannot be: a text of theirs is withheld in an export or erased, or they have no place in the feed yet. */
  passedOver: number;
}

/** What the database knows beside the export. */
export interface EditionTexts {
  documentOf: (digest: string) => Promise<string | undefined>;
  /** Whether each of these pairs of seals is of one text; `erased`: as far as there are words. */
  compare: (pairs: readonly SealPair[]) => Promise<'alike' | 'different' | 'erased'>;
}

/** Of one text: its seal as events told it last, and the one that stands in the edition. */
type SealPair = readonly [told: string, named: string];

interface Approval {
  digest: string;
  claim: string;
  order: number;
  parts: ClaimParts;
}

export function createEditionCheck(texts?: EditionTexts) {
  const named = createNamedHistories();
  const approvals: Approval[] = [];
  let open: { claim: string; parts: ReturnType<typeof createClaimParts>; last: State } | undefined;
  let isRelated = false;

  return {
    /** `after`: the rows of its chain, as they are by then. */
    event(event: OrderedEvent, after: State, isWithheld: boolean): void {
      const { claim, subject, type, data, order } = event;
      if (isWithheld) named.withhold(claim ?? subject.id);
      if (claim === null) {
        named.event(event, after);
        return;
      }
      if (open?.claim !== claim) {
        open = { claim, parts: createClaimParts(), last: nothing };
        isRelated = false;
      }
      if (type === 'claim.approved') {
        const parts = open.parts.of(String(data['verdict']), open.last, placeOf(event));
        named.askForVersion(String(parts.claim.read('article_version_id')));
        approvals.push({ digest: String(data['edition']), claim, order, parts });
      }
      if (type === 'claim.notice_proposed' && !isWithheld) requireNoticeAgain(event, after);
      open.parts.event(event, open.last, after);
      isRelated ||= type === 'claim.related';
      if (isRelated) named.claim(claim, order, after);
      open.last = after;
    },

    /** Throws at the first that is made of anything else. */
    async judge(): Promise<CheckedEditions> {
      let passedOver = 0;
      for (const { digest, claim, order, parts } of approvals) {
        const rows = named.before(order);
        // What has no place yet stands in no order to what other chains tell.
        const edition = order < unplaced ? composeAgain(parts, rows) : undefined;
        const isWhole = order < unplaced && !rows.lacksTexts() && !named.isWithheld(claim);
        if (!isWhole || !(await isMadeAgain(digest, edition))) passedOver++;
      }
      return { count: approvals.length - passedOver, passedOver };
    },
  };

  /** False where the words of a seal are erased by now, and nobody can say whether they were the last. */
  async function isMadeAgain(digest: string, edition: Edition<ToldText> | undefined): Promise<boolean> {
    const pairs = edition && findSeals(edition, digest);
    const alike = pairs && pairs.length > 0 && texts ? await texts.compare(pairs) : 'alike';
    if (pairs && alike !== 'different') return alike === 'alike';
    const document = await texts?.documentOf(digest);
    const parts =
      edition && document !== undefined ? differences(edition, document, pairs !== undefined) : [];
    throw new VerificationError('was approved, and is not what the events had told by then', {
      ...{ table: 'editions', row: digest },
      ...(parts.length > 0 && { parts }),
    });
  }
}

/** `hasOtherWords`: it is made of seals that were told, and not of the last. Otherwise it may have any that were. */
function differences(edition: Edition<ToldText>, document: string, hasOtherWords: boolean): string[] {
  const approved = parseSealed(document);
  const stands = new Set<string>();
  mapTexts(approved, ({ sealed }) => stands.add(sealed));
  const told = ({ seal, alike }: ToldText): string =>
    (hasOtherWords ? undefined : alike.find((one) => stands.has(one))) ?? seal;
  return compareEditions(
    approved,
    mapTexts(edition, (text): Sealed => ({ sealed: told(text) })),
  );
}

/** Which seals of its texts make the edition have this digest: those that were not the last, with the last. Undefined where none do. */
function findSeals(edition: Edition<ToldText>, digest: string): SealPair[] | undefined {
  const choices: string[][] = [];
  mapTexts(edition, ({ seal, alike }) => choices.push([seal, ...alike.filter((one) => one !== seal)]));
  const last = choices.map(([seal = '']) => seal);
  let tries = mostTries;
  for (const seals of combinations(choices)) {
    if (tries-- === 0) break;
    const left = [...seals];
    const document = canonicalJson(mapTexts(edition, (): Sealed => ({ sealed: left.shift() ?? '' })));
    if (digestOf(document) === digest)
      return seals.flatMap((seal, place) =>
        seal === last[place] ? [] : [[last[place] ?? '', seal] as const],
      );
  }
  return undefined;
}

/** Texts have one seal or two, glosses one for each time they were written. */
const mostTries = 20_000;

function* combinations([first, ...others]: readonly string[][]): Generator<string[]> {
  if (!first) {
    yield [];
    return;
  }
  for (const rest of combinations(others)) for (const one of first) yield [one, ...rest];
}
