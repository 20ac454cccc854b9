import type { ProjectScore } from '@junkan/proto/junkan/matching/v1/model.ts';
import type { WhatIfResponse } from '@junkan/proto/junkan/matching/v1/service.ts';
import type { Current } from '../../candidates/live-index.ts';
import type { MandateProfile } from '../profiles.ts';

/** So many of what is gained or lost are named. */
const SHOWN = 20;

type Scores = ReadonlyMap<string, number>;

/** What fits any of these mandates, each with its best score. */
function scoresOf(engine: Current, mandates: readonly MandateProfile[]): Scores {
  const scores = new Map<string, number>();
  for (const mandate of mandates) engine.visitFitting(mandate, ({ id }, score) => scores.set(id, Math.max(score, scores.get(id) ?? 0)));
  return scores;
}

/** What a mandate would match that one mandate, or all together, do not match now; of one mandate also what it would no longer match. */
export function whatIf(engine: Current, wanted: MandateProfile, now: readonly MandateProfile[], isOne: boolean): WhatIfResponse {
  const [then, before] = [scoresOf(engine, [wanted]), scoresOf(engine, now)];
  const gained = without(then, before);
  const lost = isOne ? without(before, then) : [];
  const shown = (all: readonly (readonly [string, number])[]): ProjectScore[] =>
    all.slice(0, SHOWN).map(([project, score]) => ({ project, title: engine.described.get(project)?.title ?? '', score }));
  return {
    fitting: then.size,
    gained: gained.length,
    lost: lost.length,
    gainedProjects: shown(gained),
    lostProjects: shown(lost),
  };
}

const without = (all: Scores, others: Scores): (readonly [string, number])[] =>
  [...all].filter(([id]) => !others.has(id)).sort(([one, score], [other, than]) => than - score || (one < other ? -1 : 1));
