import type { Project } from '../messages.ts';
import { contracting } from './contracting.ts';
import { implementing } from './implementing.ts';
import { offering } from './offering.ts';
import { proposing } from './proposing.ts';
import { type Stage, stageOf } from './stage.ts';

export type Play = ReturnType<typeof playOf>;

/** One project for each turn that a project can take: where it ends, and how it comes there. */
export type Plays = Readonly<Record<string, { readonly ends: Project['status']; readonly play: (play: Play) => Promise<string> }>>;

/** All that the parties can do in one demonstration. */
export function playOf(name: string, parts: Parameters<typeof stageOf>[1]) {
  const stage: Stage = stageOf(name, parts);
  const steps = { ...stage, ...proposing(stage), ...offering(stage), ...contracting(stage), ...implementing(stage) };
  return {
    ...steps,
    /** From what every sponsor has confirmed to the close: approved, signed, carried out and paid. */
    async seenThrough(project: string): Promise<string> {
      const agreement = await steps.approved(project);
      await steps.signed(agreement);
      await steps.carriedOut(agreement);
      await steps.closes(project);
      return project;
    },
  };
}
