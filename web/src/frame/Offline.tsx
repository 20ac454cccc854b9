import { useSyncExternalStore } from 'react';
import * as m from '#messages';
import { Say } from '../parts/Say.tsx';

const listen = (changed: () => void): (() => void) => {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
};

/** Without a connection what was loaded is read on; nothing that binds is sent. */
export function Offline() {
  const isOnline = useSyncExternalStore(listen, () => navigator.onLine);
  if (isOnline) return null;
  return (
    <Say kind="wait" isNews>
      <p>{m.offline()}</p>
    </Say>
  );
}
