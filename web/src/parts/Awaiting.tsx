import { useIsFetching } from '@tanstack/react-query';
import { type PropsWithChildren, type ReactNode, Suspense } from 'react';
import { Loading } from './Loading.tsx';

/**
 * Shows what needs data as soon as the data is there. React alone holds back for 300 ms what it reveals after it has shown that something is
 * awaited, at every step of a page; whatever is drawn anew because something else has changed, as here what is being fetched, it does not.
 */
export function Awaiting({ meanwhile = <Loading />, children }: PropsWithChildren<{ readonly meanwhile?: ReactNode }>) {
  useIsFetching();
  return <Suspense fallback={meanwhile}>{children}</Suspense>;
}
