/** PURE: how a topic is called in words. A topic is free text: one that is not here is shown as it was written. */
import type { Language } from '../text/languages.js';

const names: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'arms-transfer': { ar: 'نقل أسلحة', en: 'arms transfers' },
  diplomacy: { ar: 'دبلوماسية', en: 'diplomacy' },
  history: { ar: 'تاريخ', en: 'history' },
  imagery: { ar: 'صور', en: 'imagery' },
  'military-cooperation': { ar: 'تعاون عسكري', en: 'military cooperation' },
  sanctions: { ar: 'عقوبات', en: 'sanctions' },
  security: { ar: 'أمن', en: 'security' },
  trade: { ar: 'تجارة', en: 'trade' },
  treaty: { ar: 'معاهدات', en: 'treaties' },
  visit: { ar: 'زيارات', en: 'visits' },
  'weapons-programmes': { ar: 'برامج أسلحة', en: 'weapons programs' },
};

export const topicName = (topic: string, language: Language): string | undefined =>
  Object.hasOwn(names, topic) ? names[topic]?.[language] : undefined;
