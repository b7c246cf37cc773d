/**
 * What the examples of the reference page name and the first article has none of: claims that are marked as a test, in each
 * place of their life, and a webhook, a key and an erasure to try things on. Nothing of it is ever public, and nobody is
 * called. It is for the database that Isnad makes for itself to be tried on.
 */
import { operator, type Caller } from '../../src/domain/access/rules.js';
import type { CaptureService } from '../../src/capture/capture.service.js';
import type { WebhookService } from '../../src/delivery/webhooks/webhook.service.js';
import type { Store } from '../../src/platform/db/transaction.js';
import { exampleClaims, exampleNames } from '../../src/reference/examples/example-claims.js';
import type { ArticleService } from '../../src/resources/articles/article.service.js';
import type { ClaimService } from '../../src/resources/claims/claim.service.js';
import type { ContactService } from '../../src/resources/contacts/contact.service.js';
import type { ErasureService } from '../../src/resources/erasures/erasure.service.js';
import type { EvidenceService } from '../../src/resources/evidence/evidence.service.js';
import type { KeyService } from '../../src/resources/keys/key.service.js';
import type { MemberService } from '../../src/resources/members/member.service.js';
import type { WrittenVerdict } from '../../src/workflow/commands.js';
import type { Workflow } from '../../src/workflow/workflow.service.js';

const refsOfPeople = ['checker', 'editor', 'editor2', 'admin'] as const;
type People = Record<(typeof refsOfPeople)[number], Caller>;

interface ExampleServices {
  authenticateKey: (key: string) => Promise<Caller | undefined>;
  store: Store;
  articles: ArticleService;
  claims: ClaimService;
  workflow: Workflow;
  evidence: EvidenceService;
  captures: Pick<CaptureService, 'capture'>;
  contacts: ContactService;
  keys: KeyService;
  members: MemberService;
  webhooks: WebhookService;
  erasures: Pick<ErasureService, 'ask'>;
}

const refs = Object.values(exampleClaims);
const sentenceOf = (ref: string): string => `This sentence is there to try things out: ${ref}.`;
const verdict: WrittenVerdict = {
  findings: { attribution: 'confirmed', fidelity: 'faithful', veracity: 'mostly-true' },
  rationale: { en: 'Made up, to try Isnad out.' },
  evidence: [],
  provisions: [],
};
const nothingElse = { url: null, datePublished: null, outlet: null };
const unseen = (): void => undefined;

/** Enters all of it, in the name of the members of the first start, whose `keys` stand by their refs. */
export async function enterExamples(
  services: ExampleServices,
  keys: Readonly<Record<keyof People, string>>,
): Promise<void> {
  const people = await findPeople(services, keys);
  const { claims, workflow } = services;
  const { checker, editor, editor2 } = people;
  await enterClaims(services, checker);
  const { published, withNotice, withoutNotice, inReview, toSubmit, toApprove, toEdit } = exampleClaims;

  const evidence = await addEvidence(services, checker);
  await publish(services, people, published, { ...verdict, evidence: [evidence] });
  await claims.relate(published, { type: 'repeats', to: inReview }, checker, unseen);

  for (const ref of [withNotice, withoutNotice]) {
    await publish(services, people, ref, verdict);
    await workflow.moveClaim(ref, { event: 'retract', reason: 'error' }, editor);
  }
  await workflow.writeNotice(withNotice, 'A caption was taken for a quote.', editor2);

  await workflow.saveDraft(await startReview(services, people, inReview, editor), verdict, editor, unseen);
  await startReview(services, people, toSubmit, editor);
  await workflow.proposeEdition(await submit(services, people, toApprove, checker));
  await submit(services, people, toEdit, editor);

  await enterRecords(services, people);
}

async function findPeople({ authenticateKey }: ExampleServices, keys: Readonly<Record<string, string>>) {
  const found: Partial<Record<string, Caller>> = {};
  for (const ref of refsOfPeople) {
    found[ref] = await authenticateKey(keys[ref] ?? '');
    if (!found[ref]) throw new Error(`The examples need a key of ${ref}.`);
  }
  return found as People;
}

async function enterClaims({ articles, claims }: ExampleServices, checker: Caller): Promise<void> {
  const article = exampleNames.article;
  const text = refs.map(sentenceOf).join('\n');
  // By the command: an article that a member enters under this ref makes no installation one of examples.
  await articles.create(
    { ref: article, kind: 'document', title: 'To try Isnad out', language: 'en', text, ...nothingElse },
    operator,
  );
  const entered = await claims.createMany(
    refs.map((ref) => ({
      ref,
      article,
      kind: 'assertion',
      quote: { exact: sentenceOf(ref) },
      worthiness: 'None: it is there to try things out.',
      attributions: [],
      provisions: [],
      test: true,
    })),
    checker,
  );
  const refused = entered.find(({ outcome }) => outcome !== 'created');
  if (refused) throw new Error(`An example was not entered: ${JSON.stringify(refused)}`);
}

/** What was asked, and a page that could not be had. */
async function addEvidence({ evidence, captures, contacts }: ExampleServices, by: Caller): Promise<string> {
  const claim = exampleClaims.published;
  const contact = {
    label: 'The press office',
    outcome: 'asked',
    channel: 'e-mail',
    date: '2024-06-18',
  } as const;
  await contacts.record(claim, contact, by, unseen);
  const { id } = await evidence.add(claim, { url: exampleNames.page, stance: 'context' }, by, unseen);
  await captures.capture(id);
  return id;
}

async function startReview(
  { workflow, store }: ExampleServices,
  { editor }: People,
  ref: string,
  by: Caller,
): Promise<string> {
  await workflow.moveClaim(ref, { event: 'accept', priority: 'low' }, editor);
  await workflow.openTask(ref);
  const { id } = await store.db.reviewTask.findFirstOrThrow({ where: { claim: { ref }, stage: 'review' } });
  await workflow.moveTask(id, { event: 'take', start: true }, by);
  return id;
}

async function submit(
  services: ExampleServices,
  people: People,
  ref: string,
  by: Caller,
  written = verdict,
): Promise<string> {
  const { workflow } = services;
  const id = await workflow.submitVerdict(await startReview(services, people, ref, by), written, by);
  await workflow.recordVerdict(id);
  return id;
}

async function publish(
  services: ExampleServices,
  people: People,
  ref: string,
  written: WrittenVerdict,
): Promise<void> {
  const { workflow } = services;
  const id = await submit(services, people, ref, people.checker, written);
  const { digest } = await workflow.proposeEdition(id);
  await workflow.moveVerdict(id, { event: 'approve', edition: digest }, people.editor2);
}

async function enterRecords(services: ExampleServices, { admin, editor }: People): Promise<void> {
  const { keys, webhooks, erasures } = services;
  for (const name of Object.values(exampleNames.keys))
    await keys.createKey({ memberRef: 'reader', name }, admin);
  const hook = {
    url: exampleNames.receiver,
    types: ['scale.published' as const],
    headers: {},
    concurrency: 1,
  };
  for (const description of Object.values(exampleNames.webhooks)) {
    const { id } = await webhooks.create({ ...hook, description }, editor);
    await webhooks.move(id, 'disable', editor, unseen);
  }
  const target = { kind: 'claim', id: exampleClaims.published } as const;
  await erasures.ask({ target, texts: ['worthiness'], reason: 'mistake' }, admin);
  await askForEditor(services, admin);
}

/** A change waits only where there is a second admin; this one leaves at once. */
async function askForEditor({ members }: ExampleServices, admin: Caller): Promise<void> {
  const person = { kind: 'person' as const, languages: [], topics: [] };
  const { member, admin: second } = exampleNames;
  await members.ensure({ ...person, ref: second, role: 'admin', name: 'Second administrator' }, operator);
  await members.requestCreation({ ...person, ref: member, role: 'editor', name: 'A third editor' }, admin);
  await members.change(second, { active: false }, operator, unseen);
}
