import { useEffect, useState } from 'react';
import * as m from '#messages';

/** What comes at once needs no sign that it is coming. */
const QUIET_MS = 200;

export function Loading() {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  return isSlow ? <p role="status">{m.loading()}</p> : null;
}
