import { flowsOn } from './flows.ts';
import { temporal } from './temporal-runtime.ts';

// A worker takes each exported function of one module as a workflow of that name: so they stand together.

export const { Screening, FundingLifecycle, MilestoneLifecycle, Passport, Signatory, Exchange, Request, Session, Cycle, Enquiry } =
  flowsOn(temporal);
