/** PURE: Arabic plurals that have no letters in common with their singular but for two, because a letter of the root is weak. */
import { foldText } from './fold.js';

/** Each group is one word, its singular first. Words that keep three firm letters need no row: صاروخ, صواريخ. */
const groups = [
  'رئيس رؤساء رئيسا، قائد قادة قائدا، سيد سادة أسياد، سائس ساسة سياسي سياسيون سياسيين، أسير أسرى أسيرا أسيرة، أمير أمراء',
  'نائب نواب نائبا، ثائر ثوار، زائر زوار، رائد رواد، خائن خونة، عائلة عوائل، طالب طلاب طلبة، ميت موتى أموات، حي أحياء',
  'قاض قاضي قضاة قاضيا، داع داعي داعية دعاة، غاز غازي غزاة، طاغية طغاة، راو راوي رواة، وال والي ولاة، جان جاني جناة، راع راعي رعاة، هاو هاوي هواة',
  'نبي أنبياء، غني أغنياء، بريء أبرياء، ثري أثرياء، ولي أولياء، ذكي أذكياء، قوي أقوياء، وصي أوصياء، عضو أعضاء، عدو أعداء، جزء أجزاء أجزء',
  'ابن أبناء بنون، بنت بنات، أب آباء، أم أمهات، أخ إخوة إخوان أشقاء، امرأة نساء نسوة، اسم أسماء أسامي، نبأ أنباء، خطأ أخطاء، عبء أعباء، شيء أشياء',
  'رأي آراء، رأس رؤوس، شأن شؤون، أثر آثار، أمل آمال، ألم آلام، أداة أدوات، آلة آلات، بئر آبار، يوم أيام، عام أعوام، سنة سنوات سنين، مئة مئات',
  'حال حالة أحوال حالات، مال أموال، قول أقوال، نوع أنواع، دور أدوار، باب أبواب، لون ألوان، سوق أسواق، سور أسوار، عون أعوان، جيل أجيال، عيد أعياد، فوج أفواج، روح أرواح، جو أجواء، ضوء أضواء، نحو أنحاء',
  'جيش جيوش، بيت بيوت، عين عيون، سيف سيوف، ضيف ضيوف، دين ديون، قيد قيود، خيط خيوط، زيت زيوت، غيم غيوم، فئة فئات، هيئة هيئات هيأة',
  'دم دماء، ماء مياه، ريح رياح، دار ديار دور، نار نيران، جار جيران، غار غيران، قوة قوى قوات، قرية قرى، جثة جثث، أمة أمم، قمة قمم، رؤية رؤى، دية ديات، يد أيد أيدي أياد أيادي',
  'لواء ألوية، دليل أدلة، إمام أئمة، غذاء أغذية، دواء أدوية، واد وادي أودية وديان، ناد نادي أندية نواد نوادي، وعاء أوعية، بناء أبنية، ميناء موانئ، مرفأ مرافئ، مبدأ مبادئ، لاجئ لاجئون لاجئين',
  'زاوية زوايا، نية نوايا، ناحية نواحي نواح، أرض أراض أراضي، أهل أهالي، أمر أوامر، ليلة ليال ليالي، ضاحية ضواحي ضواح، حاوية حاويات، مأساة مآسي مآس، مبنى مبان مباني، معنى معان معاني، مستوى مستويات، ضرر أضرار',
];

const firsts: ReadonlyMap<string, string> = new Map(
  groups
    .join('، ')
    .split('، ')
    .flatMap((group) => {
      const words = group.split(' ').map((word) => foldText(word, 'search'));
      return words.map((word) => [word, words[0] ?? word] as const);
    }),
);

/** The singular that stands for a folded word without article, in the nominative or in the accusative (نائبا). */
const singularOf = (word: string): string | undefined =>
  firsts.get(word) ?? (/.{3}ا$/u.test(word) ? firsts.get(word.slice(0, -1)) : undefined);

/** Folded words that may be the same word in its singular, and by its letters alone: patterns that tell the root. */
export function singularsOf(word: string): string[] {
  const known = singularOf(word);
  return [
    ...(known === undefined ? [] : [known]),
    // ضحايا, قضايا
    ...(/^..ايا$/u.test(word) ? [`${word.slice(0, 2)}يه`] : []),
    // أطباء, أحباء: the second letter twice
    ...(/^ا..اء$/u.test(word) ? [`${word.slice(1, 3)}${word.charAt(2)}`] : []),
    // لاجئون, قارئون
    ...(/..وون$/u.test(word) ? [word.replace(/وون$/u, 'ي')] : []),
  ];
}
