/** PURE: the sentences of an inbox, by the type of the event, in each language. */
import { nameParts, partsOf } from '../edition/changed-parts.js';
import type { EventType } from '../event/types.js';
import { isolateIn } from '../text/contain-bidi.js';
import { directionOf } from '../text/direction.js';
import type { Language } from '../text/languages.js';
import type { Stage } from '../task/lifecycle.js';

/** What a sentence may name; which of it an event has depends on its type. */
interface InboxValues {
  stage: Stage | null;
  /** The code of a reason, or codes of several with commas. */
  reason: string | null;
  /** Who did it; null: the system, or somebody who has been erased. */
  actor: string | null;
  /** JSON pointers into an edition: what has changed of it. */
  changed?: readonly string[] | null;
  /** What waits for a second person is an erasure. */
  erases?: boolean;
  /** What it asks for has been done, or is not asked for any more. */
  isOver?: boolean;
}

type Sentence = (values: InboxValues) => string;

const stageWords: Readonly<Record<Language, Record<Stage, string>>> = {
  ar: { triage: 'الفرز', review: 'المراجعة', approval: 'الموافقة', correction: 'التصحيح' },
  en: { triage: 'triage', review: 'review', approval: 'approval', correction: 'correction' },
};
const nobody: Readonly<Record<Language, string>> = { ar: 'النظام', en: 'The system' };

const stageIn = (language: Language, { stage }: InboxValues): string =>
  stage === null ? '' : stageWords[language][stage];
const actorIn = (language: Language, { actor }: InboxValues): string =>
  actor === null ? nobody[language] : isolateIn(directionOf(language), actor);

/** The parts that changed; nothing where they are not known. */
function partsIn(language: Language, { changed }: InboxValues): string {
  const parts = partsOf(changed ?? []);
  return parts.length === 0 ? '' : ` (${nameParts(parts, language)})`;
}

/**
 * The types that concern somebody: `concerned_by` in prisma/sql/inbox.sql says whom. In Arabic no verb has a person for
 * its subject: the verb would have to know whether it is a woman or a man.
 */
const sentences = {
  'task.assigned': {
    ar: (v) => `مهمة جديدة لك في مرحلة ${stageIn('ar', v)}، بإسناد من ${actorIn('ar', v)}.`,
    en: (v) => `${actorIn('en', v)} gave you a task of the stage ${stageIn('en', v)}.`,
  },
  'task.reminded': {
    ar: (v) => `انقضى نصف المهلة المحددة لمهمتك في مرحلة ${stageIn('ar', v)}.`,
    en: (v) => `Half of the time for your task (${stageIn('en', v)}) has passed.`,
  },
  'task.overdue': {
    ar: (v) => `تجاوزت مهمتك في مرحلة ${stageIn('ar', v)} موعدها.`,
    en: (v) => `Your task (${stageIn('en', v)}) is overdue.`,
  },
  'task.escalated': {
    ar: (v) => `رُفعت إلى المحررين مهمة متأخرة في مرحلة ${stageIn('ar', v)}.`,
    en: (v) => `A task that is late (${stageIn('en', v)}) was brought before the editors.`,
  },
  'claim.returned': {
    ar: (v) => `أُعيد إليك الحكم مع ملاحظة من ${actorIn('ar', v)}.`,
    en: (v) => `${actorIn('en', v)} returned the verdict to you, with a note.`,
  },
  'verdict.refused': {
    ar: () => 'تعذّر تسجيل حكمك، والنص محفوظ في مسودة المهمة.',
    en: () => 'Your verdict could not be recorded; its text is kept as the draft of the task.',
  },
  'verdict.glass_broken': {
    ar: (v) =>
      v.isOver
        ? `حكم خارج الدور بموافقة ${actorIn('ar', v)}، ولم يعد ينتظر تأكيدك.`
        : `حكم خارج الدور بموافقة ${actorIn('ar', v)} ينتظر تأكيدك. لا يُنشر قبل ذلك.`,
    en: (v) =>
      v.isOver
        ? `${actorIn('en', v)} approved a verdict out of turn; it does not wait for you any more.`
        : `${actorIn('en', v)} approved a verdict out of turn; you are asked to confirm it. Nothing is public before that.`,
  },
  'verdict.glass_unconfirmed': {
    ar: (v) =>
      v.isOver
        ? 'قرار خارج الدور تأخر تأكيده، ولم يعد ينتظر.'
        : 'قرار خارج الدور ما زال ينتظر من يؤكده. لا يُنشر قبل ذلك.',
    en: (v) =>
      v.isOver
        ? 'A decision out of turn waited long for its second person; it does not wait any more.'
        : 'A decision out of turn still waits for its second person. Nothing is public before that.',
  },
  'verdict.glass_lapsed': {
    ar: () => 'سقط قرارك خارج الدور لأن الشخص الثاني لم يؤكده في المهلة.',
    en: () => 'Your decision out of turn lapsed: the second person did not confirm it in time.',
  },
  'verdict.recheck_due': {
    ar: () => 'حان موعد إعادة التحقق من حكم منشور كتبته.',
    en: () => 'A published verdict of yours is due to be checked again.',
  },
  'claim.correction_started': {
    ar: (v) => `بدأ تصحيح حكم كتبته، بقرار من ${actorIn('ar', v)}.`,
    en: (v) => `${actorIn('en', v)} began to correct a verdict that you wrote.`,
  },
  'claim.retracted': {
    ar: (v) => `سُحب حكم منشور كتبته، بقرار من ${actorIn('ar', v)}.`,
    en: (v) => `${actorIn('en', v)} retracted a published verdict that you wrote.`,
  },
  'claim.clash_arose': {
    ar: (v) =>
      `بعلاقة جديدة من ${actorIn('ar', v)} صار تصنيفان منشوران متعارضين؛ لم يقل أحد لماذا يصحّان معًا.`,
    en: (v) =>
      `${actorIn('en', v)} entered a relation through which two published ratings clash; nobody has said why both may stand.`,
  },
  'claim.became_contested': {
    ar: () => 'صار ادعاء كتبتَ حكمه محلّ خلاف: ادعاء آخر ينفيه أو يناقضه.',
    en: () => 'A claim whose verdict you wrote is contested now: another claim denies or contradicts it.',
  },
  'article.revised': {
    ar: () => 'تغيّر مقال فيه ادعاء نُشر حكمه، ولم يعد اقتباسه يرد فيه كما كان.',
    en: () =>
      'An article has changed: the quote of a claim whose verdict is published does not stand there as it did.',
  },
  'edition.changed': {
    ar: (v) => `تغيّر ما سيُنشر بعد أن قُرئ للموافقة عليه${partsIn('ar', v)}؛ اقرأه من جديد.`,
    en: (v) =>
      `What would be published has changed since it was read for approval${partsIn('en', v)}: read it again.`,
  },
  'claim.capture_failed': {
    ar: () => 'تعذّر حفظ صفحة دليل أضفته، ولن تُعاد المحاولة.',
    en: () => 'The page of evidence that you added could not be captured, and will not be tried again.',
  },
  'claim.evidence_captured': {
    ar: () => 'تغيّرت صفحة دليل أضفته منذ حفظها السابق.',
    en: () => 'The page of evidence that you added has changed since it was captured before.',
  },
  'claim.notice_proposed': {
    ar: (v) =>
      `ملاحظة جديدة للقراء من ${actorIn('ar', v)}${v.isOver ? '، وقد بُتّ فيها' : ' تنتظر موافقة شخص ثانٍ'}.`,
    en: (v) =>
      `${actorIn('en', v)} wrote a notice for readers${v.isOver ? '; it has been decided on' : ', which waits for a second person'}.`,
  },
  'claim.notice_approved': {
    ar: (v) => `صارت الملاحظة للقراء منشورة بموافقة ${actorIn('ar', v)}.`,
    en: (v) => `${actorIn('en', v)} approved the notice; it is public now.`,
  },
  'claim.notice_dropped': {
    ar: (v) => `تُركت الملاحظة للقراء، بقرار من ${actorIn('ar', v)}.`,
    en: (v) => `${actorIn('en', v)} dropped the notice.`,
  },
  'privileged_change.asked': {
    ar: (v) =>
      `${v.erases ? 'طلب محو كلمات نهائيًا' : 'طلب تغيير'} من ${actorIn('ar', v)}${v.isOver ? '، وقد بُتّ فيه' : ' يحتاج إلى تأكيد شخص ثانٍ'}.`,
    en: (v) =>
      `${actorIn('en', v)} asked ${v.erases ? 'to erase words for good' : 'for a change'}; ${v.isOver ? 'it has been decided on' : 'a second person has to confirm it'}.`,
  },
  'privileged_change.confirmed': {
    ar: (v) =>
      `${v.erases ? 'مُحيت الكلمات المطلوب محوها' : 'نُفّذ التغيير المطلوب'} بتأكيد ${actorIn('ar', v)}.`,
    en: (v) =>
      `${actorIn('en', v)} confirmed ${v.erases ? 'the erasure; the words are gone' : 'the change; it was made'}.`,
  },
  'privileged_change.rejected': {
    ar: (v) => `رُفض التغيير المطلوب، بقرار من ${actorIn('ar', v)}.`,
    en: (v) => `${actorIn('en', v)} rejected the change.`,
  },
  'privileged_change.withdrawn': {
    ar: (v) => `استُرجع طلب التغيير من جانب ${actorIn('ar', v)}.`,
    en: (v) => `${actorIn('en', v)} withdrew the change.`,
  },
  'privileged_change.lapsed': {
    ar: () => 'سقط طلب التغيير لأن أحدًا لم يؤكده في المهلة.',
    en: () => 'The change lapsed: nobody confirmed it in time.',
  },
} as const satisfies Partial<Record<EventType, Record<Language, Sentence>>>;

export type InboxType = keyof typeof sentences;

export const inboxTypes = Object.keys(sentences) as InboxType[];

export const sentencesOf = (type: InboxType, values: InboxValues): Record<Language, string> => ({
  ar: sentences[type].ar(values),
  en: sentences[type].en(values),
});
