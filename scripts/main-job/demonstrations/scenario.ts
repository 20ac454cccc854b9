import type { Project } from '../messages.ts';
import { advancing } from './advancing.ts';
import { type Base, baseOf } from './base.ts';
import { budgeting } from './budgeting.ts';
import { conditioning } from './conditioning.ts';
import { contracting } from './contracting.ts';
import { delegating } from './delegating.ts';
import { exchanging } from './exchanging.ts';
import { filing } from './filing.ts';
import { holding } from './holding.ts';
import { implementing } from './implementing.ts';
import { limiting } from './limiting.ts';
import { offering } from './offering.ts';
import { payingInParts } from './paying-in-parts.ts';
import { proposing } from './proposing.ts';
import { recovering } from './recovering.ts';
import { releasing } from './releasing.ts';
import { undoing } from './undoing.ts';

export type Scenario = ReturnType<typeof scenarioOf>;

/** One project for each variant of the life cycle: where it ends, and how it gets there. */
export type Scenarios = Readonly<
  Record<string, { readonly ends: Project['status']; readonly run: (scenario: Scenario) => Promise<string> }>
>;

/** All that the parties can do in one demonstration. */
export function scenarioOf(name: string, parts: Parameters<typeof baseOf>[1]) {
  const base: Base = baseOf(name, parts);
  const steps = {
    ...base,
    ...proposing(base),
    ...offering(base),
    ...contracting(base),
    ...implementing(base),
    ...recovering(base),
    ...releasing(base),
    ...advancing(base),
    ...undoing(base),
    ...filing(base),
    ...limiting(base),
    ...delegating(base),
    ...holding(base),
    ...budgeting(base),
    ...exchanging(base),
    ...conditioning(base),
    ...payingInParts(base),
  };
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
