/** The keys that whoever is signed in chose for themselves, for what is asked in the moment in which one is pressed. */
type Chosen = Readonly<Record<string, string | null>> | undefined;

let chosen: Chosen;
export const chosenKeys = (): Chosen => chosen;
export const noteChosenKeys = (keys: Chosen): void => {
  chosen = keys;
};
