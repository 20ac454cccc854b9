import { agreement } from '@junkan/catalogue/view/agreement.ts';
import { envelope } from '@junkan/catalogue/view/envelope.ts';
import { funding } from '@junkan/catalogue/view/funding.ts';
import type { Aggregate as Listed } from '@junkan/catalogue/view/item.ts';
import { milestone } from '@junkan/catalogue/view/milestone.ts';
import { passport } from '@junkan/catalogue/view/passport.ts';
import { project } from '@junkan/catalogue/view/project.ts';
import * as disbursement from '@junkan/disbursement/mapping.ts';
import type { Folded, Aggregate as Owned } from '@junkan/kit/store/event-store.ts';
import * as matching from '@junkan/matching/mapping.ts';
import * as registry from '@junkan/project-registry/mapping.ts';
import { Agreement } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import { Funding } from '@junkan/proto/junkan/matching/v1/model.ts';
import { Milestone, Project } from '@junkan/proto/junkan/project/v1/model.ts';
import { Envelope, Passport } from '@junkan/proto/junkan/sponsor/v1/model.ts';
import * as sponsors from '@junkan/sponsor-registry/mapping.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  amount,
  drafted,
  ofAgreement,
  ofEnvelope,
  ofFunding,
  ofMilestone,
  ofPassport,
  ofProject,
  opened,
  openedEnvelope,
  proposal,
} from './histories-by-chance.ts';

// Histories by chance, folded by the owner and by the catalogue. What the owner calls a broken history is left out.

type Event = { readonly type: string; readonly by?: string | undefined; readonly offer?: string };
type Message = { fromJSON(object: unknown): unknown; toJSON(message: never): unknown };
type Case = {
  readonly id: string;
  // biome-ignore lint/suspicious/noExplicitAny: each case has states and events of its own
  readonly owned: Owned<any, any, any, any>;
  // biome-ignore lint/suspicious/noExplicitAny: each case has states and events of its own
  readonly messageOf: (id: string, folded: Folded<any>) => unknown;
  // biome-ignore lint/suspicious/noExplicitAny: each case has states and events of its own
  readonly listed: Listed<any>;
  readonly message: Message;
  readonly first: { readonly type: string };
  /** Whether a decider would let this happen; what `evolve` refuses by itself needs no rule here. */
  readonly isLegal?: (event: Event, state: { readonly status: string; readonly offers?: ReadonlyMap<string, unknown> }) => boolean;
  readonly events: readonly fc.Arbitrary<Event>[];
};

const begunMilestone = { project: 'prj_a', agreement: 'agr_a', proposer: 'org_a', number: 1, title: 'a', dueOn: '2026-12-01', amount };
const FINAL = ['verified', 'partially-met', 'rejected', 'waived', 'cancelled'];
const BEFORE: Readonly<Record<string, readonly string[]>> = {
  MilestoneFellDue: ['scheduled'],
  MilestoneBecameOverdue: ['due', 'returned'],
  MilestoneReportSubmitted: ['scheduled', 'due', 'overdue', 'returned'],
};
const CASES: Readonly<Record<string, Case>> = {
  project: {
    ...{ id: 'prj_a', owned: registry.projects, messageOf: registry.projectMessage, listed: project, message: Project, events: ofProject },
    first: { type: 'ProjectDrafted', proposer: 'org_a', proposal: fc.sample(proposal, 1)[0], by: 'per_a' } as { type: string },
  },
  milestone: {
    ...{ id: 'mst_a', owned: registry.milestones, messageOf: registry.milestoneMessage, listed: milestone, message: Milestone },
    ...{ first: { type: 'MilestoneBegun', ...begunMilestone }, events: ofMilestone },
    isLegal: ({ type }, { status }) => !FINAL.includes(status) && (BEFORE[type]?.includes(status) ?? true),
  },
  funding: {
    ...{ id: 'fnd_a', owned: matching.fundings, messageOf: matching.fundingMessage, listed: funding, message: Funding, events: ofFunding },
    isLegal: ({ type, offer: id = '' }, { offers }) => (type === 'OfferProposed') !== (offers?.has(id) ?? false) || id === '',
    first: { type: 'FundingOpened', ...opened, target: amount, minimumClose: amount } as { type: string },
  },
  agreement: {
    ...{ id: 'agr_a', owned: disbursement.agreements, messageOf: disbursement.agreementMessage, listed: agreement, message: Agreement },
    ...{ first: drafted, events: ofAgreement },
    isLegal: ({ type }, { status }) => type !== 'AgreementDrafted' || status === 'void',
  },
  envelope: {
    ...{ id: 'env_a', owned: sponsors.envelopes, messageOf: sponsors.envelopeMessage, listed: envelope, message: Envelope },
    ...{ first: openedEnvelope, events: ofEnvelope },
  },
  passport: {
    ...{ id: 'ddp_a', owned: sponsors.passports, messageOf: sponsors.passportMessage, listed: passport, message: Passport },
    ...{ first: { type: 'DueDiligenceRequested', subject: 'org_a', request: 1, by: 'per_a' } as { type: string }, events: ofPassport },
  },
};

test.each(Object.entries(CASES))('whatever happens to a %s, the catalogue lists it as its owner answers it', (_name, each) => {
  const { id, owned, messageOf, listed, message, first, events, isLegal = () => true } = each;
  const met = new Set<string>();
  fc.assert(
    fc.property(fc.array(fc.oneof(...events), { minLength: 50, maxLength: 200, size: 'max' }), (history) => {
      let state = owned.initial;
      let row: unknown;
      let version = 0;
      for (const event of [first, ...history] as Event[]) {
        if (version > 0 && (!isLegal(event, state) || ('by' in event && event.by === undefined))) continue;
        let next: unknown;
        try {
          next = owned.evolve(state, event);
        } catch {
          continue;
        }
        state = next;
        version += 1;
        met.add(event.type);
        const { type, data } = owned.codec.encode(event);
        const told = { context: '', aggregate: '', stream: id, version, type, schema: 1, data, at: '', actor: '', sequence: 1, place: 0 };
        row = listed.evolve(row, { ...told, correlationId: '', causationId: '', clockOffset: 0 });
        row = listed.load(JSON.parse(JSON.stringify(listed.save(row))));
        expect(message.toJSON(row as never)).toEqual(message.toJSON(messageOf(id, { state, version }) as never));
      }
    }),
    { numRuns: 100, seed: 20261124 },
  );
  expect(owned.codec.types.filter((type) => !met.has(type))).toEqual([]);
});
