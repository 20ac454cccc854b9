import { describe, expect, test } from 'vitest';
import { officer, screener } from '../projects/actors.fixture.ts';
import { type Command, decide, type Event, evolve, initial, type State } from './proposer.ts';

const given = (...events: readonly Event[]): State => events.reduce(evolve, initial);
const register: Command = { type: 'RegisterProposer', name: 'Yokohama', kind: 'city', countries: ['JP'], by: screener };
const registered: Event = { type: 'ProposerRegistered', name: 'Yokohama', kind: 'city', countries: ['JP'], by: screener.person };

describe('the secretariat registers each proposer once', () => {
  test('a registration is recorded with who made it', () => {
    expect(decide(register, given())).toEqual({ ok: true, events: [registered] });
  });

  test('the same registration again changes nothing, another one is refused', () => {
    expect(decide(register, given(registered))).toEqual({ ok: true, events: [] });
    expect(decide({ ...register, name: 'Osaka' }, given(registered))).toEqual({
      ok: false,
      rejection: { type: 'ProposerIsRegistered', name: 'Yokohama' },
    });
  });

  test('nobody else registers one', () => {
    expect(decide({ ...register, by: officer }, given())).toEqual({
      ok: false,
      rejection: { type: 'RoleIsMissing', needed: ['secretariat.officer'] },
    });
  });

  test('a name is needed, and countries by their codes', () => {
    expect(decide({ ...register, name: ' ' }, given())).toEqual({ ok: false, rejection: { type: 'NameIsMissing' } });
    expect(decide({ ...register, countries: ['JP', 'Japan'] }, given())).toEqual({
      ok: false,
      rejection: { type: 'CountryIsMalformed', country: 'Japan' },
    });
  });
});
