import { useSyncExternalStore } from 'react';

const listen = (changed: () => void): (() => void) => {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
};

export const isOnline = (): boolean => navigator.onLine;

/** Whether the browser has a connection at all. */
export const useOnline = (): boolean => useSyncExternalStore(listen, isOnline);
