import type { Agreement, Project } from '../messages.ts';
import { advancing } from './advancing.ts';
import { type Base, baseOf, type Lender } from './base.ts';
import { budgeting } from './budgeting.ts';
import { conditioning } from './conditioning.ts';
import { contracting } from './contracting.ts';
import { delegating } from './delegating.ts';
import { exchanging } from './exchanging.ts';
import { filing } from './filing.ts';
import { guaranteeing } from './guaranteeing.ts';
import { holding } from './holding.ts';
import { implementing } from './implementing.ts';
import { limiting } from './limiting.ts';
import { type How, offering } from './offering.ts';
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
    ...guaranteeing(base),
    ...budgeting(base),
    ...exchanging(base),
    ...conditioning(base),
    ...payingInParts(base),
  };
  return {
    ...steps,
    /** The whole amount is given by one sponsor, confirmed, approved and signed. */
    async signedWith(lender: Lender, { project, funding }: { project: string; funding: string }, how: How = {}): Promise<Agreement> {
      await steps.confirms(await steps.funded(project, funding, lender, '1000.00', how), lender);
      const agreement = await steps.approved(project);
      await steps.signed(agreement);
      return agreement;
    },
    /** From what every sponsor has confirmed to the close: approved, signed, carried out and paid. */
    async seenThrough(project: string): Promise<string> {
      const agreement = await steps.approved(project);
      await steps.signed(agreement);
      await steps.carriedOut(agreement);
      return steps.closes(project);
    },
  };
}
