/**
 * Money by the names it has in a text, folded at level `search`. Whose it is, is not always said: of a dollar without a country
 * only the sign is known (`$`), of a Canadian one the code of ISO 4217 (`CAD`).
 */
import { foldAll } from './number-words.js';

const byFolded = (table: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(table).flatMap(([shown, names]) => foldAll(names).map((name) => [name, shown] as const)),
  );

/** Words that are codes too ("try", "mad") stand for none. */
export const currencies: ReadonlyMap<string, string> = byFolded({
  $: '$ dollar dollars دولار دولارا دولارات',
  '€': '€ eur euro euros يورو',
  '£': '£ pound pounds جنيه جنيها جنيهات',
  '¥': '¥ jpy yen ين',
  '₽': '₽ rub ruble rubles rouble roubles روبل روبلا روبلات',
  '₪': '₪ ils shekel shekels شيكل شيقل',
  '₹': '₹ rupee rupees روبية روبيات',
  lira: 'lira liras ليرة ليرات',
  riyal: 'riyal riyals rial rials ريال ريالا ريالات',
  dinar: 'dinar dinars دينار دينارا دنانير',
  dirham: 'dirham dirhams درهم درهما دراهم',
  CNY: 'yuan rmb cny renminbi يوان',
  TRY: '₺',
  GBP: 'gbp sterling',
  USD: 'usd',
  CAD: 'cad',
  AUD: 'aud',
  NZD: 'nzd',
  HKD: 'hkd',
  SGD: 'sgd',
  EGP: 'egp',
  SYP: 'syp',
  LBP: 'lbp',
  SAR: 'sar',
  QAR: 'qar',
  OMR: 'omr',
  YER: 'yer',
  IRR: 'irr',
  KWD: 'kwd',
  JOD: 'jod',
  IQD: 'iqd',
  BHD: 'bhd',
  TND: 'tnd',
  DZD: 'dzd',
  LYD: 'lyd',
  AED: 'aed',
  INR: 'inr',
  PKR: 'pkr',
});

/** Of money whose country is said: `$` of Canada. */
const national: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  $: { us: 'USD', ca: 'CAD', au: 'AUD', nz: 'NZD', hk: 'HKD', sg: 'SGD' },
  '£': { gb: 'GBP', eg: 'EGP', sd: 'SDG', sy: 'SYP', lb: 'LBP' },
  '₹': { in: 'INR', pk: 'PKR' },
  lira: { tr: 'TRY', sy: 'SYP', lb: 'LBP' },
  riyal: { sa: 'SAR', qa: 'QAR', om: 'OMR', ye: 'YER', ir: 'IRR' },
  dinar: { kw: 'KWD', jo: 'JOD', iq: 'IQD', bh: 'BHD', tn: 'TND', dz: 'DZD', ly: 'LYD' },
  dirham: { ae: 'AED', ma: 'MAD' },
};

const both = (names: string): string =>
  names
    .split(' ')
    .flatMap((name) => ['', 'ا', 'ة', 'ان', 'ين', 'تان', 'تين'].map((ending) => name + ending))
    .join(' ');

const countries = byFolded({
  us: `us american ${both('أمريكي أميركي')}`,
  ca: `canadian ${both('كندي')}`,
  au: `australian ${both('أسترالي')}`,
  nz: `zealand ${both('نيوزيلندي')}`,
  hk: 'kong',
  sg: `singapore singaporean ${both('سنغافوري')}`,
  gb: `british ${both('استرليني بريطاني')}`,
  eg: `egyptian ${both('مصري')}`,
  sd: `sudanese ${both('سوداني')}`,
  sy: `syrian ${both('سوري')}`,
  lb: `lebanese ${both('لبناني')}`,
  tr: `turkish ${both('تركي')}`,
  sa: `saudi ${both('سعودي')}`,
  qa: `qatari ${both('قطري')}`,
  om: `omani ${both('عماني')}`,
  ye: `yemeni ${both('يمني')}`,
  ir: `iranian ${both('إيراني')}`,
  kw: `kuwaiti ${both('كويتي')}`,
  jo: `jordanian ${both('أردني')}`,
  iq: `iraqi ${both('عراقي')}`,
  bh: `bahraini ${both('بحريني')}`,
  tn: `tunisian ${both('تونسي')}`,
  dz: `algerian ${both('جزائري')}`,
  ly: `libyan ${both('ليبي')}`,
  ae: `uae emirati ${both('إماراتي')}`,
  ma: `moroccan ${both('مغربي')}`,
  in: `indian ${both('هندي')}`,
  pk: `pakistani ${both('باكستاني')}`,
});

/** Written before a sign: US$, C$, HK$, E£. */
const letters = byFolded({ us: 'us', ca: 'c ca', au: 'a au', nz: 'nz', hk: 'hk', sg: 's sg', eg: 'e' });

const codeOf = (unit: string, country: string | undefined): string | undefined =>
  country === undefined ? undefined : national[unit]?.[country];

/** Undefined where the word is no country's that has such money. */
export const moneyOfCountry = (unit: string, word: string): string | undefined =>
  codeOf(unit, countries.get(word));
export const moneyOfLetters = (unit: string, word: string): string | undefined =>
  codeOf(unit, letters.get(word));
export const isCountry = (word: string): boolean => countries.has(word);

/** What money of one country is called where its country is not said: `$` of CAD, `£` and `lira` of SYP. */
export const unitsOf = (money: string): string[] =>
  Object.keys(national).filter((unit) => Object.values(national[unit] ?? {}).includes(money));
