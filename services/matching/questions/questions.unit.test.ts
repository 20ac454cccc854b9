import { sentOn } from '@junkan/kit/testing/requests.fixture.ts';
import type { Actor, Role } from '@junkan/proto/actor.ts';
import { COMMANDS } from '@junkan/proto/junkan/matching/v1/commands.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Command, decide, type Event, evolve, initial, MAX_QUESTIONS, MAX_WAITING, type OnRound, type State } from './questions.ts';

const actor = (person: string, organisation: string, ...roles: Role[]): Actor => ({ person, organisation, roles });
const officer = actor('per_officer', 'org_yokohama', 'proposer.officer');
const sponsor = actor('per_sponsor', 'spo_a', 'sponsor.officer');
const rival = actor('per_rival', 'spo_b', 'sponsor.officer');
const now = '2026-11-24T15:11:49.000Z';
const of = { funding: 'fnd_a', project: 'prj_a', proposer: 'org_yokohama' } as const;
const on: OnRound = { ...of, status: 'open' };

const ask = { type: 'AskQuestion', on, note: 'txt_who', visibility: 'asker', now, by: sponsor } satisfies Command;
const asked = { type: 'QuestionAsked', ...of, question: 1, sponsor: 'spo_a', note: 'txt_who', at: now, by: 'per_sponsor' } satisfies Event;
const answer = { type: 'AnswerQuestion', question: 1, on, note: 'txt_us', visibility: '', now, by: officer } satisfies Command;
const answered = { type: 'QuestionAnswered', question: 1, sponsor: 'spo_a', note: 'txt_us', at: now, by: 'per_officer' } satisfies Event;
const published = (isAnswered: boolean) => ({ type: 'QuestionPublished', question: 1, answered: isAnswered }) as const;

const given = (...events: readonly Event[]): State => events.reduce(evolve, initial);
const accepted = (...events: readonly Event[]) => ({ ok: true, events });
const refused = (type: string, facts: object = {}) => ({ ok: false, rejection: { type, ...facts } });

describe('questions', () => {
  test('are asked for oneself, or for all', () => {
    expect(decide(ask, given())).toEqual(accepted(asked));
    expect(decide({ ...ask, visibility: 'all' }, given())).toEqual(accepted(asked, published(false)));
    expect(decide({ ...ask, note: 'txt_why', by: rival }, given(asked))).toMatchObject({
      ok: true,
      events: [{ question: 2, sponsor: 'spo_b' }],
    });
  });

  test('are asked once, and of others again', () => {
    expect(decide(ask, given(asked))).toEqual(accepted());
    expect(decide({ ...ask, by: rival }, given(asked))).toMatchObject({ ok: true, events: [{ question: 2 }] });
  });

  test('are asked by sponsors, while the round gathers money, and not without end', () => {
    expect(decide({ ...ask, by: officer }, given())).toMatchObject(refused('RoleIsMissing'));
    for (const status of ['closed', 'approved', 'fell-short', 'cancelled'] as const)
      expect(decide({ ...ask, on: { ...on, status } }, given())).toEqual(refused('FundingIsNotOpen', { status }));
    const many = (count: number, sponsor: string) =>
      given(...Array.from({ length: count }, (_, index) => ({ ...asked, sponsor, question: index + 1, note: `txt_${index}` })));
    expect(decide(ask, many(MAX_QUESTIONS, 'spo_others'))).toEqual(refused('QuestionsAreTooMany', { maximum: MAX_QUESTIONS }));
    // Nobody takes the room of all: a sponsor waits for answers before it asks on.
    expect(decide(ask, many(MAX_WAITING, asked.sponsor))).toEqual(refused('QuestionsAreTooMany', { maximum: MAX_WAITING }));
    expect(decide(ask, many(MAX_WAITING, 'spo_others'))).toMatchObject({ ok: true });
  });
});

describe('answers', () => {
  test('are for whom the question is, or for all', () => {
    expect(decide(answer, given(asked))).toEqual(accepted(answered));
    expect(decide({ ...answer, visibility: 'all' }, given(asked))).toEqual(accepted(answered, published(true)));
    expect(decide(answer, given(asked, published(false)))).toEqual(accepted(answered, published(true)));
  });

  test('never hide what was asked for all', () => {
    expect(decide({ ...answer, visibility: 'asker' }, given(asked, published(false)))).toEqual(
      refused('QuestionIsPublic', { question: 1 }),
    );
  });

  test('are given once, by the proposer of the round, also when it is over', () => {
    expect(decide(answer, given(asked, answered))).toEqual(accepted());
    expect(decide({ ...answer, note: 'txt_other' }, given(asked, answered))).toEqual(refused('QuestionIsAnswered', { question: 1 }));
    expect(decide({ ...answer, question: 2 }, given(asked))).toEqual(refused('QuestionIsUnknown', { question: 2 }));
    expect(decide({ ...answer, by: { ...officer, organisation: 'org_osaka' } }, given(asked))).toMatchObject(refused('WrongOrganisation'));
    expect(decide({ ...answer, by: sponsor }, given(asked))).toMatchObject(refused('RoleIsMissing'));
    expect(decide({ ...answer, on: { ...on, status: 'closed' } }, given(asked))).toEqual(accepted(answered));
  });
});

test('whatever is said in a round, a repeat changes nothing, and what is public stays so', () => {
  const command = sentOn<Command>(COMMANDS, 'questions', {
    also: ['askQuestion', 'answerQuestion'],
    persons: fc.constantFrom(officer, sponsor, rival),
    system: officer,
    given: { question: fc.constantFrom(1, 2, 3) },
    facts: { on, now },
  });
  fc.assert(
    fc.property(fc.array(command, { minLength: 20, maxLength: 60, size: 'max' }), (commands) => {
      let state: State = initial;
      for (const next of commands) {
        const decision = decide(next, state);
        if (!decision.ok) continue;
        const before = state.status === 'absent' ? [] : state.questions;
        state = decision.events.reduce(evolve, state);
        expect(decide(next, state)).toEqual({ ok: true, events: [] });
        const after = state.status === 'absent' ? [] : state.questions;
        for (const [index, { visibility, asked: words, answer: said }] of before.entries()) {
          if (visibility === 'all') expect(after[index]?.visibility).toBe('all');
          expect(after[index]?.asked).toEqual(words);
          if (said) expect(after[index]?.answer).toEqual(said);
        }
      }
    }),
    { numRuns: 300, seed: 20261126 },
  );
});
