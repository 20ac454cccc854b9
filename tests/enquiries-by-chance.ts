import { anyEvents } from '@junkan/kit/testing/events.fixture.ts';
import type { Existing } from '@junkan/programme/enquiries/enquiry.ts';
import { enquiryActs } from '@junkan/programme/enquiries/enquiry-acts.ts';
import { enquiries as golden } from '@junkan/programme/enquiries/since.fixture.ts';
import { BODIES, enquiries } from '@junkan/programme/mapping.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { COMMANDS } from '@junkan/proto/commands.ts';
import { CONTEXTS } from '@junkan/proto/contexts.ts';
import { NOW, persons } from './commands-by-chance.ts';
import { GIVEN, typesOf } from './histories-by-chance.ts';

type Event = { readonly type: string };
const [[, received] = ['', {}], ...more] = golden.enquiry[0]?.come() ?? [];
const BEFORE: Readonly<Record<string, readonly string[]>> = {
  EnquiryAnswered: ['received'],
  EnquiryLinked: ['received', 'answered'],
  EnquiryClosed: ['received', 'answered'],
  MatterEscalated: ['received'],
  EnquiryForgotten: ['received', 'answered', 'closed'],
};

/** What somebody has written for a city, and what the secretariat makes of it. */
export const ENQUIRIES = {
  context: 'programme' as const,
  owned: enquiries,
  first: { type: 'EnquiryReceived', ...received, at: NOW },
  // Answered, linked to a city, forgotten.
  begun: [1, 2, 3].map((until) => more.slice(0, until).map(([type, data]) => ({ type, ...data, at: NOW }))),
  events: anyEvents('programme', typesOf(CONTEXTS.programme, 'enquiry', 'EnquiryReceived'), { given: { ...GIVEN, organisation: 'org_a' } }),
  commands: persons(COMMANDS.programme, 'enquiry', { given: { organisation: 'org_a' }, facts: { now: NOW } }),
  isLegal({ type }: Event, state: object) {
    const { status = '', organisation = '', isEscalated = false } = state as Partial<Existing>;
    return (
      (BEFORE[type]?.includes(status) ?? false) &&
      (type === 'EnquiryForgotten' || organisation === '') &&
      !(type === 'MatterEscalated' && isEscalated)
    );
  },
  permissionsOf: (state: Existing, by: Actor, now: string) => enquiryActs.permissions(state, { now }, BODIES, by),
};
