/** PURE: the names that sentences of the API hold (statuses, moves, roles, things), in Arabic. */
import type { PrivilegedMoveName, PrivilegedStatus } from '../access/privileged-change.js';
import type { Role } from '../access/rules.js';
import type { ClaimMoveName, ClaimStatus } from '../claim/lifecycle.js';
import type { WebhookMoveName, WebhookStatus } from '../delivery/webhook.js';
import type { ContactMoveName, ContactStatus } from '../evidence/contact.js';
import type { NoticeStatus } from '../edition/notice.js';
import type { Findable } from '../problem/codes.js';
import type { SourceMoveName, SourceStatus } from '../source/lifecycle.js';
import type { Stage, TaskMoveName, TaskStatus } from '../task/lifecycle.js';
import type { VerdictMoveName, VerdictStatus } from '../verdict/lifecycle.js';

type Status =
  | (ClaimStatus | TaskStatus | VerdictStatus | NoticeStatus | PrivilegedStatus)
  | (WebhookStatus | SourceStatus | ContactStatus);

const statuses = {
  submitted: 'مقدَّم',
  open: 'مفتوح',
  in_review: 'قيد المراجعة',
  in_approval: 'في انتظار الموافقة',
  published: 'منشور',
  correcting: 'قيد التصحيح',
  rejected: 'مرفوض',
  merged: 'مدموج',
  retracted: 'مسحوب',
  assigned: 'مسنَد',
  in_progress: 'قيد العمل',
  done: 'مُنجَز',
  returned: 'مُعاد',
  canceled: 'ملغى',
  expired: 'منقضٍ',
  refused: 'مرفوض',
  proposed: 'في انتظار الموافقة',
  withdrawn: 'مسترجَع',
  superseded: 'حلّ محله إصدار لاحق',
  approved: 'موافَق عليه',
  dropped: 'متروك',
  waiting: 'منتظِر',
  confirmed: 'مؤكَّد',
  lapsed: 'منقضٍ',
  enabled: 'مفعَّل',
  disabled: 'موقوف',
  active: 'قائم',
  recorded: 'مسجَّل',
} satisfies Readonly<Record<Status, string>>;

type Event =
  | (ClaimMoveName | TaskMoveName | VerdictMoveName | PrivilegedMoveName)
  | (WebhookMoveName | SourceMoveName | ContactMoveName);

const events = {
  accept: 'اقبل',
  reject: 'ارفض',
  merge: 'ادمج',
  start: 'ابدأ',
  release: 'أعد إلى القائمة',
  record: 'سجّل',
  approve: 'وافق',
  return: 'أعد إلى الكاتب',
  withdraw: 'استرجع',
  correct: 'صحّح',
  cancel: 'تخلَّ عن التصحيح',
  retract: 'اسحب',
  reopen: 'أعد الفتح',
  break_glass: 'وافق خارج الدور',
  confirm: 'أكّد',
  assign: 'أسند',
  take: 'خذ',
  submit: 'قدّم',
  give_back: 'أعد إلى صاحبها',
  complete: 'أنجز',
  expire: 'انقضِ',
  extend: 'مدّد',
  pause: 'أوقف',
  unpause: 'استأنف',
  prioritize: 'غيّر الأولوية',
  enable: 'فعّل',
  disable: 'أوقف',
  split: 'افصل',
} satisfies Readonly<Record<Event, string>>;

const others = {
  reader: 'قارئ',
  checker: 'مدقق',
  editor: 'محرر',
  admin: 'مشرف',
  triage: 'الفرز',
  review: 'المراجعة',
  approval: 'الموافقة',
  correction: 'التصحيح',
} satisfies Readonly<Record<Role | Stage, string>>;

/** As they stand in a sentence: "no such …". */
const things = {
  claim: 'ادعاء',
  relation: 'علاقة',
  edition: 'نسخة',
  path: 'مسار',
  article: 'مقال',
  article_version: 'نسخة مقال',
  source: 'مصدر',
  instrument: 'صك',
  provision: 'بند',
  link: 'صلة',
  scale: 'سلّم',
  evidence: 'دليل',
  contact: 'سجل لمن سُئل',
  capture: 'لقطة',
  checkpoint: 'نقطة موقّعة',
  event: 'حدث',
  member: 'عضو',
  key: 'مفتاح',
  privileged_change: 'تغيير صلاحيات',
  erasure: 'محو',
  webhook: 'خطّاف',
  job: 'عمل',
  task: 'مهمة',
  verdict: 'حكم',
} satisfies Readonly<Record<Findable, string>>;

const spoken = Object.fromEntries(
  Object.entries(things).map(([name, word]) => [name.replaceAll('_', ' '), word]),
);

export const arabicValues: Readonly<Record<string, string>> = {
  ref: 'الرمز',
  'external id': 'المعرّف الخارجي',
  nothing: 'لا شيء',
  to: 'إلى',
  from: 'من',
  ...spoken,
  ...others,
  ...events,
  ...statuses,
};
