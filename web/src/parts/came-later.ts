/** Whether what is to be said came while its screen was read: it does not push away what its reader is about to press. */
import { useState } from 'react';

export interface Came {
  later: boolean;
  /** From now on it stands where it belongs. */
  putInPlace: () => void;
}

/** `is`: whether there is anything to say; undefined until that is known. */
export function useCame(is: boolean | undefined): Came {
  const [stands, setStands] = useState(is);
  // What was true from the beginning stands there; what is true no more has no place either.
  if (is !== undefined && (stands === undefined || !is) && stands !== is) setStands(is);
  return {
    later: is === true && stands === false,
    putInPlace: () => {
      setStands(true);
    },
  };
}
