/** PURE: names with spaces between, for lists that would fill a page with one on each line. */
type Words<Text extends string> = Text extends `${infer First} ${infer Rest}` ? First | Words<Rest> : Text;

/** `splitNames('status version')` → `['status', 'version']`, typed as what they are. One blank between them. */
export const splitNames = <Text extends string>(names: Text): Words<Text>[] =>
  names.split(' ') as Words<Text>[];
