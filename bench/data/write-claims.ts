/** Tells a story into the tables: its article, its claims with all that became of them, and the events of that. */
import type { EventWriter } from './write-events.js';
import type { Sink } from './copy.js';
import { idsOf } from './ids.js';
import { acts, addEvent, type Life } from './life.js';
import type { People } from './people.js';
import type { Random } from './random.js';
import { articleRow, claimRow, spanRow, taskRow, verdictRow, versionRow, type Table } from './rows.js';
import { drawActs } from './shares.js';
import type { GeneratedArticle, GeneratedClaim } from './make-article.js';

export interface Ratings {
  scale: number;
  supports: string[];
  refutes: string[];
  all: string[];
}

interface Options {
  random: Random;
  people: People;
  ratings: Ratings;
  sinks: Record<Table, Sink>;
  eventWriter: EventWriter;
  /** Nothing happens after this moment. */
  end: number;
}

const hour = 3_600_000;
const minute = 60_000;

export function createClaimWriter({ random, people, ratings, sinks, eventWriter, end }: Options) {
  const newId = {
    article: idsOf('article'),
    version: idsOf('version'),
    claim: idsOf('claim'),
    attribution: idsOf('attribution'),
    relation: idsOf('relation'),
    task: idsOf('task'),
    verdict: idsOf('verdict'),
  };
  let claims = 0;
  let articles = 0;

  /** The first of each kind are the busiest, as on a real desk. */
  const busy = <Person>(subscribers: readonly Person[]): Person =>
    subscribers[Math.floor(random.next() * random.next() * subscribers.length)] as Person;

  function beginLife(story: GeneratedArticle, index: number, at: number): Life {
    const relation = story.relations.find(({ from, to }) => from === index || to === index);
    const veracity = random.pick(ratingsFor(relation, index));
    return {
      id: newId.claim(),
      ref: `B${String(++claims)}`,
      status: 'submitted',
      tasks: [],
      verdict: null,
      history: [],
      now: at + index,
      checker: busy(people.checkers),
      editor: busy(people.editors),
      rating: veracity,
      verdictInput: {
        findings: { attribution: 'confirmed', fidelity: 'faithful', veracity },
        rationale:
          story.language === 'ar'
            ? { ar: 'روجعت السجلات الرسمية والصور، وهي متفقة فيما بينها.' }
            : { en: 'The official records and the images were checked, and they agree with each other.' },
      },
      newTaskId: newId.task,
      newVerdictId: newId.verdict,
      wait(hours) {
        const luck = random.next();
        this.now = Math.min(this.now + 5 * minute + Math.floor(hours * hour * luck ** 3), end - minute);
      },
    };
  }

  /** Who contests is found wrong, who is contested right, who repeats shares the fate: so that nothing clashes. */
  function ratingsFor(relation: GeneratedArticle['relations'][number] | undefined, index: number): string[] {
    if (!relation) return ratings.all;
    const contests = relation.type === 'denies' || relation.type === 'contradicts';
    return contests && relation.from === index ? ratings.refutes : ratings.supports;
  }

  function enterClaim(life: Life, story: GeneratedArticle, claim: GeneratedClaim): void {
    addEvent(life, life.checker, 'claim.submitted', { ref: life.ref, kind: claim.kind, to: 'submitted' });
    addEvent(life, life.checker, 'claim.attributed', {
      sources: [...new Set(claim.chain.map(({ source }) => source.ref))],
    });
    let parentId = newId.attribution();
    sinks.attributions.add([parentId, life.id, null, 0, story.outlet.id, null, 'own_voice', null]);
    for (const { source, verb, mode } of claim.chain) {
      const id = newId.attribution();
      sinks.attributions.add([id, life.id, parentId, 0, source.id, verb, mode, claim.date]);
      parentId = id;
    }
  }

  /** Plays what was drawn for it; a claim is merged into its neighbor, where that one still stands for itself. */
  function play(life: Life, isRecent: boolean, neighbor: Life | undefined): string | null {
    for (const act of drawActs(random, isRecent)) {
      if (act !== 'merge') acts[act](life);
      else if (neighbor && neighbor.status !== 'merged') {
        acts.merge(life, { id: neighbor.id, ref: neighbor.ref });
        return neighbor.id;
      } else acts.reject(life);
    }
    return null;
  }

  function relate(story: GeneratedArticle, lives: Life[], at: number): Set<Life> {
    const contested = new Set<Life>();
    for (const { from, to, type } of story.relations) {
      const [source, target] = [lives[from], lives[to]] as [Life, Life];
      const id = newId.relation();
      sinks.relations.add([id, source.id, target.id, type, new Date(at + minute)]);
      const data = { relation: id, type, from: source.id, to: target.id };
      const tellAt = (
        life: Life,
        moment: number,
        event: Life['history'][number]['type'],
        by = life.checker as Life['checker'] | null,
        more = {},
      ) => {
        const now = life.now;
        life.now = moment;
        addEvent(life, by, event, more);
        life.now = now;
      };
      tellAt(source, at + minute, 'claim.related', source.checker, data);
      tellAt(target, at + minute, 'claim.related', source.checker, data);
      if (type !== 'denies' && type !== 'contradicts') continue;
      tellAt(target, at + minute + 1, 'claim.became_contested', null);
      const answer = source.history.find(({ type }) => answers.has(type));
      if (answer) tellAt(target, answer.at, 'claim.ceased_contested', null);
      else contested.add(target);
    }
    for (const life of lives) life.history.sort((a, b) => a.at - b.at);
    return contested;
  }

  return {
    enter(story: GeneratedArticle, at: number, { isRecent }: { isRecent: boolean }): void {
      const [articleId, versionId] = [newId.article(), newId.version()];
      sinks.articles.add(articleRow(articleId, `bench-${String(++articles)}`, story, at));
      sinks.article_versions.add(versionRow(versionId, articleId, story, at));
      const lives = story.claims.map((claim, index) => {
        const life = beginLife(story, index, at + index * 1_000);
        enterClaim(life, story, claim);
        return life;
      });
      const merged = lives.map((life, index) => play(life, isRecent, lives[index - 1]));
      const contested = relate(story, lives, at);
      for (const [index, life] of lives.entries()) {
        sinks.claims.add(
          claimRow({
            life,
            generated: claimOf(story, index),
            versionId,
            language: story.language,
            contested: contested.has(life),
            mergedInto: merged[index] ?? null,
          }),
        );
        for (const task of life.tasks) {
          sinks.review_tasks.add(taskRow(life.id, task));
          sinks.task_spans.add(spanRow(life.id, task));
        }
        if (life.verdict) sinks.verdicts.add(verdictRow(life, life.verdict, ratings.scale));
        eventWriter.add(life.id, life.history);
      }
    },
  };
}

function claimOf({ claims }: GeneratedArticle, index: number): GeneratedClaim {
  const claim = claims[index];
  if (!claim) throw new Error(`the story has no claim ${String(index)}`);
  return claim;
}

/** After these, a claim that denies another is answered (src/domain/claim/contest.ts); its rating is never neutral. */
const answers: ReadonlySet<string> = new Set(['claim.rejected', 'claim.merged', 'claim.approved']);
