import type { Actor } from '../../domain/access/rules.js';
import type { Tx } from '../../platform/db/client.js';
import { newRef } from '../../platform/db/new-ref.js';
import { explainConstraint, refTaken } from '../../platform/db/constraint-errors.js';
import type { Findable } from '../../domain/problem/codes.js';
import type { Store } from '../../platform/db/transaction.js';
import { Failure, notFound } from '../../platform/errors.js';
import { appendEvents } from '../../workflow/events/events.repository.js';
import { requireDecider } from '../../workflow/keep-decidable.js';
import { lockClaimsNaming, standingBefore } from '../../workflow/change-ingredient.js';
import { ref } from '../../platform/http/schema.js';
import {
  findInstrument,
  findProvision,
  insertInstrument,
  insertProvision,
  lockInstrument,
  updateInstrument,
  updateProvision,
} from './instrument.repository.js';
import { endsBeforeItBegins, firstRepeated } from '../../domain/instrument/rules.js';
import type {
  Instrument,
  InstrumentPatch,
  NewInstrument,
  NewProvision,
  Provision,
  ProvisionPatch,
} from './instrument.schema.js';

export type InstrumentService = ReturnType<typeof createInstrumentService>;

/** What was recorded about an instrument: the `change` of its event. */
type Change = 'created' | 'changed' | 'provision_added' | 'provision_changed';

export function createInstrumentService({ store }: { store: Store }) {
  const record = (
    tx: Tx,
    actor: Actor,
    { id, ref }: { id: string; ref: string },
    change: Change,
    data: Record<string, unknown> = {},
  ) =>
    appendEvents(tx, actor, [
      { type: 'instrument.recorded', subject: { type: 'instrument', id }, data: { ref, change, ...data } },
    ]);

  return {
    async create({ provisions, ...fields }: NewInstrument, actor: Actor): Promise<Instrument> {
      const { ref } = fields;
      const named = nameProvisions(ref, provisions);
      return explainConstraint(
        { instruments_ref_key: refTaken(ref), provisions_ref_key: provisionRefTaken },
        () =>
          store.transact(async (tx) => {
            const { id } = await insertInstrument(tx, fields);
            for (const provision of named) await insertProvision(tx, id, provision);
            await record(tx, actor, { id, ref }, 'created', { provisions: named.map((each) => each.ref) });
            return found(await findInstrument(tx, id), 'instrument', ref);
          }),
      );
    },

    /** `expect` sees the instrument under lock and throws when it is not the one the caller means to change. */
    async change(
      idOrRef: string,
      patch: InstrumentPatch,
      actor: Actor,
      expect: (current: Instrument) => void,
    ): Promise<Instrument> {
      return store.transact(async (tx) => {
        const fields = Object.keys(patch);
        const named = { type: 'instrument', name: idOrRef, event: 'instrument.recorded', fields } as const;
        const held = await lockClaimsNaming(tx, named);
        const current = found(await lockInstrument(tx, idOrRef), 'instrument', idOrRef);
        expect(current);
        const before = await standingBefore(tx, named, held);
        const changed = await updateInstrument(tx, current.id, patch);
        await record(tx, actor, changed, 'changed', { changed: fields });
        await requireDecider(tx, before, actor);
        return changed;
      });
    },

    async addProvision(
      idOrRef: string,
      given: NewProvision,
      actor: Actor,
      expect: (current: Instrument) => void,
    ): Promise<Provision> {
      return explainConstraint({ provisions_ref_key: provisionRefTaken }, () =>
        store.transact(async (tx) => {
          const current = found(await lockInstrument(tx, idOrRef), 'instrument', idOrRef);
          expect(current);
          requireOrder(given, '');
          if (current.provisions.some(({ paragraph }) => paragraph === given.paragraph))
            throw paragraphTaken(given.paragraph, '/paragraph');
          const provision = await insertProvision(tx, current.id, nameProvision(current.ref, given));
          await updateInstrument(tx, current.id);
          await record(tx, actor, current, 'provision_added', { provision: provision.ref });
          return provision;
        }),
      );
    },

    async changeProvision(
      idOrRef: string,
      patch: ProvisionPatch,
      actor: Actor,
      expect: (current: Provision) => void,
    ): Promise<Provision> {
      return store.transact(async (tx) => {
        const changed = Object.keys(patch);
        const event = 'instrument.recorded';
        const named = { type: 'provision', name: idOrRef, event, fields: changed } as const;
        const held = await lockClaimsNaming(tx, named);
        const { id, instrument } = found(await findProvision(tx, idOrRef), 'provision', idOrRef);
        await lockInstrument(tx, instrument.id);
        const current = found(await findProvision(tx, id), 'provision', idOrRef);
        expect(current);
        requireOrder({ ...current, ...patch }, '');
        const before = await standingBefore(tx, named, held);
        const provision = await updateProvision(tx, id, patch);
        await updateInstrument(tx, instrument.id);
        await record(tx, actor, instrument, 'provision_changed', { provision: provision.ref, changed });
        await requireDecider(tx, before, actor);
        return provision;
      });
    },

    find: async (idOrRef: string): Promise<Instrument> =>
      found(await findInstrument(store.db, idOrRef), 'instrument', idOrRef),

    findProvision: async (idOrRef: string): Promise<Provision> =>
      found(await findProvision(store.db, idOrRef), 'provision', idOrRef),
  };
}

function found<Thing>(thing: Thing | undefined, what: Findable, idOrRef: string): Thing {
  if (thing === undefined) throw notFound(what, idOrRef);
  return thing;
}

type ProvisionWithRef = NewProvision & { ref: string };

function nameProvisions(instrument: string, provisions: readonly NewProvision[]): ProvisionWithRef[] {
  provisions.forEach((provision, index) => {
    requireOrder(provision, `/provisions/${String(index)}`);
  });
  const again = firstRepeated(provisions.map(({ paragraph }) => paragraph));
  const repeated = provisions[again];
  if (repeated) throw paragraphTaken(repeated.paragraph, `/provisions/${String(again)}/paragraph`);
  return provisions.map((provision) => nameProvision(instrument, provision));
}

/** `s-res-1718-2006.8b` for 8(b), `….8a-ii` for 8(a)(ii); a paragraph that cannot stand in a ref gives a generated one. */
function nameProvision(instrument: string, provision: NewProvision): ProvisionWithRef {
  const speaking = ref.safeParse(
    `${instrument}.${provision.paragraph.replaceAll(')(', '-').replace(/[()]/g, '')}`,
  );
  return { ...provision, ref: provision.ref ?? speaking.data ?? newRef('p') };
}

function requireOrder(span: Pick<NewProvision, 'inForceFrom' | 'inForceUntil'>, pointer: string): void {
  if (!endsBeforeItBegins(span)) return;
  throw new Failure('invalid', 'A provision cannot cease to be in force before it is in force.', {
    faults: [{ in: 'body', pointer: `${pointer}/inForceUntil`, message: 'is before inForceFrom' }],
  });
}

const paragraphTaken = (paragraph: string, pointer: string): Failure =>
  new Failure('conflict', `The instrument already has a paragraph ${JSON.stringify(paragraph)}.`, {
    code: 'paragraph_taken',
    faults: [{ in: 'body', pointer, message: 'is already there' }],
  });

const provisionRefTaken = (): Failure =>
  new Failure('conflict', 'The ref of a provision is taken. Choose another.', { code: 'ref_taken' });
