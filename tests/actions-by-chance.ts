import { anyEvents } from '@junkan/kit/testing/events.fixture.ts';
import { actions, BODIES } from '@junkan/programme/mapping.ts';
import { type Existing, NO_TAGS } from '@junkan/programme/results/action.ts';
import { actionActs } from '@junkan/programme/results/action-acts.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { COMMANDS } from '@junkan/proto/commands.ts';
import { CONTEXTS } from '@junkan/proto/contexts.ts';
import fc from 'fast-check';
import { NOW, persons } from './commands-by-chance.ts';
import { GIVEN, typesOf } from './histories-by-chance.ts';

// Actions of a city, and those that funded projects are, with their results.

const place = {
  id: '1857553',
  name: 'Yokohama',
  country: 'JP',
  latitude: '35.4',
  longitude: '139.6',
  population: 3_700_000,
  timeZone: 'Asia/Tokyo',
};
const content = {
  title: 'A market',
  scope: '',
  objective: '',
  actors: [],
  themes: [],
  learntFrom: '',
  challenges: '',
  nextSteps: '',
  evidence: [],
};
const tagged = { ...NO_TAGS, declaration: 'dcl_a', commitments: ['C1'] };
const TONNES = { unit: 't', overTime: 'sum', overPlaces: 'sum' };
const measured = { indicator: 'tonnes', ...TONNES, value: '80', numerator: '', denominator: '', baseline: '', notAvailable: '' };
const funding = { currency: 'USD', cost: '1000', target: '800', own: '150', cells: [{ sponsor: 'spo_a', amount: '240' }] };
const period = { from: '2025-01-01', to: '2025-06-30' };
const by = { at: NOW, by: 'per_a' };
const recorded = { type: 'ResultRecorded', entry: 'ent_a', ...period, measured, evidence: [], note: '', ...by };
const begun = { type: 'ActionBegunByProject', project: 'prj_a', proposer: 'org_a', atCity: true, country: 'JP', place, content, at: NOW };
const told = { unit: '', value: '90', numerator: '', denominator: '', baseline: '', notAvailable: '', evidence: [] };

export const ACTIONS = {
  context: 'programme' as const,
  owned: actions,
  first: { type: 'ActionPlanned', city: 'org_a', place, content, tags: NO_TAGS, ...by },
  begun: [[{ type: 'ActionStarted', ...by }, recorded], [begun], [begun, { type: 'ActionTagged', tags: tagged, ...by }]],
  events: anyEvents('programme', typesOf(CONTEXTS.programme, 'action', 'ActionPlanned', 'ActionBegunByProject'), {
    given: {
      ...GIVEN,
      content,
      tags: fc.constantFrom(NO_TAGS, tagged),
      entry: 'ent_a',
      ...period,
      measured,
      evidence: [],
      milestone: 'mst_a',
      report: fc.constantFrom(1, 2),
      funding,
    },
    otherwise: { ResultVerified: { measured: [measured] } },
  }),
  commands: persons(COMMANDS.programme, 'action', {
    given: {
      indicator: 'tonnes',
      result: 'ent_a',
      ...period,
      tags: fc.constantFrom(NO_TAGS, tagged),
      content: fc.constantFrom(content, { ...content, title: 'B' }, { ...content, learntFrom: 'exc_a' }),
    },
    facts: {
      now: NOW,
      id: 'act_a',
      entry: 'ent_a',
      reading: TONNES,
      told: fc.constantFrom(told, { ...told, value: '80' }, { ...told, value: '' }),
      knowsSource: fc.boolean(),
      tagFacts: { commitments: ['C1'], whole: undefined, hasParts: false },
      family: { actions: [], results: [] },
      unknownCodes: [],
      unknownEvidence: fc.constantFrom([], [], ['f']),
    },
  }),
  isLegal({ type }: { readonly type: string }, state: object) {
    const { status, project, results = [] } = state as Partial<Existing>;
    switch (type) {
      case 'ActionTagged':
        return true;
      case 'ResultVerified':
        return project !== '';
      case 'ActionEndedByProject':
        return project !== '' && status === 'under-way';
      case 'ResultCorrected':
        return project === '' && results.length > 0;
      case 'ResultRecorded':
        return project === '' && status !== 'planned' && results.length === 0;
      case 'ActionStarted':
        return project === '' && status === 'planned';
      default:
        return project === '' && (status === 'planned' || status === 'under-way');
    }
  },
  permissionsOf: (state: Existing, actor: Actor, now: string) => actionActs.permissions(state, { now }, BODIES, actor),
};
