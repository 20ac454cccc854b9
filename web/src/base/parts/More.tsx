import { type PropsWithChildren, useState } from 'react';
import { Awaiting } from './Awaiting.tsx';

/** What is seen once it is asked for; what it needs is loaded then. */
export function More({ title, children }: PropsWithChildren<{ readonly title: string }>) {
  const [isAsked, setAsked] = useState(false);
  return (
    <details className="more" onToggle={({ currentTarget }) => setAsked(currentTarget.open)}>
      <summary>{title}</summary>
      {isAsked ? <Awaiting>{children}</Awaiting> : null}
    </details>
  );
}
