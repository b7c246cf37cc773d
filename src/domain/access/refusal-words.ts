/** PURE: what somebody is told who was not let in by the identity provider, in each language. */
import type { Language } from '../text/languages.js';
import type { SignInRefusal } from './sign-in-under-way.js';

const sentences: Readonly<Record<SignInRefusal, Readonly<Record<Language, string>>>> = {
  unknown_subject: {
    ar: 'تعرّف عليك موفّر الهوية، ولا عضو هنا مرتبط بهويتك. أعطِ المشرف ما يلي ليربطه بعضويتك.',
    en: 'The identity provider knows you, but no member here is tied to that. Give an admin what stands below, to add to your member.',
  },
  sign_in_denied: {
    ar: 'لم يسمح موفّر الهوية بالدخول. حاول مرة أخرى، أو ادخل بمفتاح.',
    en: 'The identity provider did not let you in. Try again, or use a key.',
  },
  sign_in_not_valid: {
    ar: 'ردّ موفّر الهوية غير صالح، أو بدأ الدخول في تبويب آخر. حاول مرة أخرى؛ فإن تكرر ذلك فأخبر المشرف.',
    en: 'The answer of the identity provider is not valid, or signing in was begun in another tab. Try again; if it happens again, tell an admin.',
  },
  sign_in_expired: {
    ar: 'انتهت مهلة الدخول، أو بدأ في متصفح آخر. حاول مرة أخرى.',
    en: 'Signing in took too long, or was begun in another browser. Try again.',
  },
  member_inactive: {
    ar: 'عضويتك هنا غير فعّالة، أو أُلغي مفتاحها. أخبر المشرف.',
    en: 'Your member here is not active, or its key was revoked. Tell an admin.',
  },
  too_many_attempts: {
    ar: 'محاولات أكثر مما يُسمح به من هذا العنوان. انتظر دقيقة ثم حاول.',
    en: 'Too many attempts from this address. Wait a minute, then try again.',
  },
  desk_unavailable: {
    ar: 'تعرّف عليك موفّر الهوية، ولا يستطيع المكتب أن يبدأ جلسة الآن. حاول بعد قليل.',
    en: 'The identity provider let you in, but the desk cannot begin a session at the moment. Try again shortly.',
  },
  identity_provider_unavailable: {
    ar: 'لا يمكن الوصول إلى موفّر الهوية الآن. حاول بعد قليل، أو ادخل بمفتاح.',
    en: 'The identity provider cannot be asked at the moment. Try again shortly, or use a key.',
  },
};

export const refusalIn = (language: Language, code: SignInRefusal): string => sentences[code][language];
