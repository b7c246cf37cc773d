/** A value once it has stayed the same for a moment: what is said aloud waits until somebody stops writing. */
import { useEffect, useState } from 'react';

const quietMs = 1_000;

export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(value);
    }, quietMs);
    return () => {
      clearTimeout(timer);
    };
  }, [value]);
  return settled;
}
