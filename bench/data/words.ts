/** What made-up news is made of. A pair is the same thing in Arabic and in English. */

export type Language = 'ar' | 'en';
export type Pair = Readonly<Record<Language, string>>;

const pairs = (text: string): Pair[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [ar = '', en = ''] = line.split('|').map((part) => part.trim());
      return { ar, en };
    });

export const countries = pairs(`
  الأردن | Jordan
  مصر | Egypt
  تونس | Tunisia
  المغرب | Morocco
  الجزائر | Algeria
  العراق | Iraq
  لبنان | Lebanon
  قطر | Qatar
  الكويت | Kuwait
  عُمان | Oman
  اليمن | Yemen
  السودان | Sudan
  ليبيا | Libya
  تركيا | Turkey
  إيران | Iran
  الهند | India
  الصين | China
  اليابان | Japan
  كوريا الجنوبية | South Korea
  إندونيسيا | Indonesia
  فرنسا | France
  ألمانيا | Germany
  إسبانيا | Spain
  إيطاليا | Italy
  بولندا | Poland
  أوكرانيا | Ukraine
  روسيا | Russia
  البرازيل | Brazil
  المكسيك | Mexico
  كندا | Canada
  كينيا | Kenya
  إثيوبيا | Ethiopia
  نيجيريا | Nigeria
  جنوب أفريقيا | South Africa
  أستراليا | Australia
  السنغال | Senegal`);

/** Who speaks for a country; the kind is that of a source. */
export const offices = [
  { kind: 'government', name: { ar: 'وزارة الخارجية في', en: 'the foreign ministry of' } },
  { kind: 'government', name: { ar: 'وزارة الدفاع في', en: 'the defence ministry of' } },
  { kind: 'government', name: { ar: 'وزارة الصحة في', en: 'the health ministry of' } },
  { kind: 'person', name: { ar: 'المتحدث باسم حكومة', en: 'the government spokesman of' } },
  { kind: 'organization', name: { ar: 'هيئة الموانئ في', en: 'the ports authority of' } },
  { kind: 'organization', name: { ar: 'البنك المركزي في', en: 'the central bank of' } },
  { kind: 'agency', name: { ar: 'وكالة الأنباء الرسمية في', en: 'the state news agency of' } },
  { kind: 'outlet', name: { ar: 'صحيفة يومية في', en: 'a daily newspaper of' } },
] as const;

export const verbs = [
  { mode: 'direct', word: { ar: 'أعلنت', en: 'announced that' } },
  { mode: 'direct', word: { ar: 'أكدت', en: 'confirmed that' } },
  { mode: 'direct', word: { ar: 'نفت', en: 'denied that' } },
  { mode: 'indirect', word: { ar: 'ذكرت', en: 'mentioned that' } },
  { mode: 'indirect', word: { ar: 'نقلت', en: 'reported that' } },
  { mode: 'indirect', word: { ar: 'زعمت', en: 'alleged that' } },
] as const;

export const actions = pairs(`
  إن السلطات احتجزت | the authorities have seized
  إن السفينة نقلت | the vessel carried
  إن المستشفيات استقبلت | the hospitals received
  إن الحكومة اشترت | the government bought
  إن المصنع أنتج | the factory produced
  إن الجيش تسلّم | the army took delivery of
  إن الشركة صدّرت | the company exported
  إن اللجنة أحصت | the committee counted
  إن الأقمار الصناعية رصدت | satellites observed
  إن القافلة سلّمت | the convoy handed over`);

export const things = pairs(`
  طنًا من القمح | tonnes of wheat
  برميلًا من النفط | barrels of oil
  قذيفة مدفعية | artillery shells
  جرعة من اللقاح | doses of vaccine
  شاحنة مساعدات | aid lorries
  طائرة مسيّرة | drones
  خيمة للنازحين | tents for displaced people
  حاوية من الأسمدة | containers of fertiliser
  بطاقة اقتراع | ballot papers
  لوحًا شمسيًا | solar panels
  جهاز تنفس | ventilators
  هاتفًا مهرّبًا | smuggled telephones`);

export const places = pairs(`
  في ميناء العقبة | at the port of Aqaba
  في مدينة طنجة | in the city of Tangier
  قرب الحدود الشمالية | near the northern border
  في مطار بيروت | at Beirut airport
  في ضواحي الخرطوم | in the outskirts of Khartoum
  على ساحل البحر الأحمر | on the coast of the Red Sea
  في سوق بغداد المركزي | at the central market of Baghdad
  في منطقة صناعية قرب وهران | in an industrial zone near Oran
  في مخيم شرق طرابلس | in a camp east of Tripoli
  في مدينة خاركيف | in the city of Kharkiv
  في مقاطعة بيونجان | in the province of Pyongan
  في مرفأ مومباسا | in the harbour of Mombasa`);

export const months = pairs(`
  يناير | January
  فبراير | February
  مارس | March
  أبريل | April
  مايو | May
  يونيو | June
  يوليو | July
  أغسطس | August
  سبتمبر | September
  أكتوبر | October
  نوفمبر | November
  ديسمبر | December`);

export const fillers = pairs(`
  ولم يتسنَّ التحقق من ذلك من مصدر مستقل. | This could not be verified independently.
  ورفض مسؤولون التعليق على الأمر. | Officials declined to comment.
  وكانت تقارير سابقة قد أشارت إلى أرقام أخرى. | Earlier reports had given other figures.
  ويأتي ذلك بعد أسابيع من المفاوضات. | This comes after weeks of talks.`);

export const topics = ['trade', 'health', 'defence', 'aid', 'elections', 'energy'] as const;
