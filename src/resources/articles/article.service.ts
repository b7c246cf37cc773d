import { createHash } from 'node:crypto';
import type { Actor } from '../../domain/access/rules.js';
import { notThere, unknownReference } from '../../domain/problem/refusal.js';
import { newRef } from '../../platform/db/new-ref.js';
import { explainConstraint, refTaken } from '../../platform/db/constraint-errors.js';
import type { Tx } from '../../platform/db/client.js';
import type { Store } from '../../platform/db/transaction.js';
import { Failure, failureOf, notFound } from '../../platform/errors.js';
import { appendEvents } from '../../workflow/events/events.repository.js';
import { requireDecider } from '../../workflow/keep-decidable.js';
import { lockClaimsNaming, standingBefore } from '../../workflow/change-ingredient.js';
import { lengthInCodePoints } from '../../domain/text/code-points.js';
import {
  findArticle,
  findOutlet,
  findQuotes,
  findVersion,
  insertArticle,
  insertVersion,
  keepOutlet,
  lockArticle,
  updateArticle,
  type Text,
} from './article.repository.js';
import type { Article, ArticlePatch, ArticleVersion, NewArticle, RevisedArticle } from './article.schema.js';
import { followQuotes, outcomesOf, type FollowedQuotes } from './follow-quotes.js';

export type ArticleService = ReturnType<typeof createArticleService>;

export function createArticleService({ store }: { store: Store }) {
  const find = async (idOrRef: string): Promise<Article> => {
    const article = await findArticle(store.db, idOrRef);
    if (!article) throw notFound('article', idOrRef);
    return article;
  };

  return {
    find,

    /** An article and its text as version 1. */
    async create({ text, outlet, ref = newRef('a'), ...rest }: NewArticle, actor: Actor): Promise<Article> {
      const measured = measure(text);
      return explainConstraint({ articles_ref_key: refTaken(ref) }, () =>
        store.transact(async (tx) => {
          const outletId = await idOfOutlet(tx, outlet);
          const article = await insertArticle(tx, { ...rest, ref, outletId }, measured);
          const { id, title, language } = article;
          await appendEvents(tx, actor, [
            {
              type: 'article.created',
              subject: { type: 'article', id },
              data: { ref, title, language, number: 1, sha256: measured.sha256 },
            },
          ]);
          return article;
        }),
      );
    },

    /** Changes what describes an article. `expect` sees it under lock. */
    async change(
      idOrRef: string,
      patch: ArticlePatch,
      actor: Actor,
      expect: (current: Article) => void,
    ): Promise<Article> {
      return store.transact(async (tx) => {
        const fields = Object.keys(patch);
        const named = { type: 'article', name: idOrRef, event: 'article.changed', fields } as const;
        const held = await lockClaimsNaming(tx, named);
        const current = await lockArticle(tx, idOrRef);
        if (!current) throw notFound('article', idOrRef);
        expect(current);
        const before = await standingBefore(tx, named, held);
        const { outlet, ...rest } = patch;
        const outletId = outlet === undefined ? undefined : await idOfOutlet(tx, outlet);
        if (outletId) await keepOutlet(tx, outletId);
        const set = { ...rest, ...(outletId !== undefined && { outletId }) };
        const article = await updateArticle(tx, current.id, set);
        await appendEvents(tx, actor, [
          {
            type: 'article.changed',
            subject: { type: 'article', id: article.id },
            data: { ref: article.ref, title: article.title, changed: fields },
            rows: [{ table: 'articles', where: { id: article.id } }],
          },
        ]);
        await requireDecider(tx, before, actor);
        return article;
      });
    },

    /** Stores a new text of an article as its next version; earlier ones stay. `expect` sees the article under lock. */
    async revise(
      idOrRef: string,
      text: string,
      actor: Actor,
      expect: (current: Article) => void,
    ): Promise<RevisedArticle> {
      const measured = measure(text);
      // Before the lock, which nobody holds while texts are compared; what came meanwhile is looked for under it.
      const followed: FollowedQuotes = new Map();
      await followQuotes(store.db, await findQuotes(store.db, idOrRef), text, followed);
      return store.transact(async (tx) => {
        const article = await lockArticle(tx, idOrRef);
        if (!article) throw notFound('article', idOrRef);
        expect(article);
        const latest = article.versions.at(-1);
        if (latest?.sha256 === measured.sha256) throw sameText(latest.number);
        const number = article.versions.length + 1;
        const version = await insertVersion(tx, article.id, number, measured);
        const quoted = await findQuotes(tx, article.id);
        await followQuotes(tx, quoted, text, followed);
        const quotes = outcomesOf(quoted, followed);
        await appendEvents(tx, actor, [
          {
            type: 'article.revised',
            subject: { type: 'article', id: article.id },
            data: {
              ref: article.ref,
              number,
              sha256: measured.sha256,
              claims: quotes.map(({ claim, outcome }) => ({ claim: claim.id, outcome })),
            },
            // Earlier versions never change: an event that told of all of them would grow with each.
            rows: [
              { table: 'articles', where: { id: article.id } },
              { table: 'article_versions', where: { article_id: article.id, number } },
            ],
          },
        ]);
        return { ...version, quotes };
      });
    },

    async findVersion(idOrRef: string, number: number): Promise<ArticleVersion> {
      const version = await findVersion(store.db, idOrRef, number);
      if (!version) throw notFound('article_version', `${idOrRef} ${String(number)}`);
      return version;
    },
  };
}

const measure = (text: string): Text => ({
  text,
  sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
  codePoints: lengthInCodePoints(text),
});

async function idOfOutlet(tx: Tx, outlet: string | null): Promise<string | null> {
  if (outlet === null) return null;
  const found = await findOutlet(tx, outlet);
  if (!found) throw failureOf(unknownReference(notThere('/outlet', 'source', outlet)));
  return found.id;
}

const sameText = (number: number): Failure =>
  new Failure('conflict', `The latest version, ${String(number)}, has this very text.`, {
    code: 'same_text',
    faults: [{ in: 'body', pointer: '/text', message: `is the text of version ${String(number)}` }],
    extra: { number },
  });
