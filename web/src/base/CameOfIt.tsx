import { lazy, useState } from 'react';
import { cameOfIt } from '#messages';
import type { OfCity as Shown } from '../results/OfCity.tsx';
import { Awaiting } from './parts/Awaiting.tsx';

const OfCity = lazy(async () => ({ default: (await import('../results/OfCity.tsx')).OfCity }));

/** What has come of a city’s actions, and what it has published; it comes when somebody asks for it. */
export function CameOfIt(of: Parameters<typeof Shown>[0]) {
  const [isAsked, setAsked] = useState(false);
  return (
    <details className="more" onToggle={() => setAsked(true)}>
      <summary>{cameOfIt()}</summary>
      {isAsked ? (
        <Awaiting>
          <OfCity {...of} />
        </Awaiting>
      ) : null}
    </details>
  );
}
