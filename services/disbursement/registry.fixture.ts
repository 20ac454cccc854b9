import { policyClock } from '@junkan/kit/clock.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { internalTokens } from '@junkan/kit/grpc/internal-token.ts';
import { serve, serving } from '@junkan/kit/grpc/serve.ts';
import { type KeySettings, keysOf } from '@junkan/kit/keys.ts';
import type { Log } from '@junkan/kit/log.ts';
import { notFound } from '@junkan/kit/problem.ts';
import { PROJECT_QUERIES } from '@junkan/proto/callers.ts';
import { type Milestone, Project, type TimelineEntry } from '@junkan/proto/junkan/project/v1/model.ts';
import { ProjectQueryServiceService } from '@junkan/proto/junkan/project/v1/service.ts';

/** A project registry that knows only the milestones and the history that a test gives it, served like the real one. */
export async function serveRegistry(keys: KeySettings, log: Log) {
  const milestones = new Map<string, Milestone>();
  const history: TimelineEntry[] = [];
  const notAsked = async (): Promise<never> => {
    throw new Error('this context does not ask that');
  };
  const handlers: Handlers<typeof ProjectQueryServiceService> = {
    async getMilestone({ id }) {
      const milestone = milestones.get(id);
      if (!milestone) throw notFound('Milestone', id);
      return milestone;
    },
    statusOfProject: notAsked,
    milestoneHistory: async ({ milestone }) => ({ entries: history.filter(({ stream }) => stream === milestone) }),
    checkEvidence: async () => ({ unknown: [] }),
    timeline: notAsked,
    getProposer: notAsked,
    readProposer: notAsked,
    renamedTo: notAsked,
    // Who prepared it is needed when the proposer signs: nobody who acts in these tests.
    getProject: async ({ id }) => Project.fromPartial({ id }),
    attend: notAsked,
    checkProposals: notAsked,
    findPlaces: notAsked,
    getPlace: notAsked,
    texts: notAsked,
    people: notAsked,
    personNames: notAsked,
    readDelegations: notAsked,
    standingDelegations: notAsked,
    affiliation: notAsked,
    history: notAsked,
    getClock: notAsked,
    readProject: notAsked,
    readMilestone: notAsked,
    proofs: notAsked,
    readDraft: notAsked,
    getDraftOwner: notAsked,
    // biome-ignore lint/correctness/useYield: nothing is ever streamed
    async *downloadEvidence() {
      throw new Error('this context does not ask that');
    },
  };
  const server = await serve([serving(ProjectQueryServiceService, PROJECT_QUERIES, handlers)], {
    listen: '127.0.0.1:0',
    tokens: internalTokens(keysOf('project-registry', keys)),
    clock: policyClock(true),
    log,
  });
  return { ...server, milestones, history };
}

export function verifiedMilestone(id: string, over: Pick<Milestone, 'agreement' | 'project' | 'number' | 'amount'>): Milestone {
  return {
    id,
    version: 4,
    status: 'verified',
    proposer: 'org_00000000000000000000000001',
    title: `Step ${over.number}`,
    dueOn: '2027-01-31',
    report: {
      number: 1,
      evidence: [],
      indicators: [],
      submittedBy: 'officer',
      submittedAt: '2027-01-20T00:00:00.000Z',
      preparedBy: [],
      accepted: [],
    },
    verifiedBy: 'verifier',
    payableBasisPoints: 10_000,
    verificationDue: '',
    note: '',
    reminded: [],
    rest: '',
    paymentDue: '',
    waiver: undefined,
    reportedBy: ['officer'],
    carriedFrom: [],
    targets: [],
    omitted: [],
    ...over,
  };
}
