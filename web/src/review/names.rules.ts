/** PURE: what somebody is called in a language, where that is known. */
interface Named {
  name: string;
  names?: readonly { language: string; text: string }[];
}

export const nameOf = ({ name, names = [] }: Named, language: string): string =>
  names.find((one) => one.language === language)?.text ??
  names.find((one) => one.language.split('-')[0] === language)?.text ??
  name;
