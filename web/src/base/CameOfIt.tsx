import { lazy } from 'react';
import { cameOfIt } from '#messages';
import type { OfCity as Shown } from '../results/OfCity.tsx';
import { More } from './parts/More.tsx';

const OfCity = lazy(async () => ({ default: (await import('../results/OfCity.tsx')).OfCity }));

/** What has come of a city’s actions, and what it has published; it comes when somebody asks for it. */
export const CameOfIt = (of: Parameters<typeof Shown>[0]) => (
  <More title={cameOfIt()}>
    <OfCity {...of} />
  </More>
);
