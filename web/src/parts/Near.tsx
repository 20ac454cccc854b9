import { type ReactNode, useEffect, useRef, useState } from 'react';

/** How far below what is seen something begins to come: before anybody has scrolled to it. */
const AHEAD = '200px';

/** Holds what comes as soon as the place where it stands is nearly seen. */
export function Near({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (!place.current) return;
    const seen = (entries: readonly IntersectionObserverEntry[]): void => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
    };
    const observer = new IntersectionObserver(seen, { rootMargin: AHEAD });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  return <div ref={place}>{isNear ? children : null}</div>;
}
