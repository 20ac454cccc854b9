import type { Actor } from '@junkan/proto/actor.ts';
import { describe, expect, test } from 'vitest';
import * as sponsor from './sponsor.ts';

const secretary: Actor = { person: 'mika', organisation: 'secretariat', roles: ['secretariat.officer'] };
const officer: Actor = { person: 'olu', organisation: 'spo_a', roles: ['sponsor.officer'] };
const refused = (rejection: object) => ({ ok: false, rejection });

describe('a sponsor is registered by the secretariat, once', () => {
  const register: sponsor.Command = { type: 'RegisterSponsor', name: 'Green Fund', kind: 'fund', by: secretary };
  const registered: sponsor.Event = { type: 'SponsorRegistered', name: 'Green Fund', kind: 'fund', by: 'mika' };
  const known = sponsor.evolve(sponsor.initial, registered);

  test('under its name; the same again changes nothing, another name is refused', () => {
    expect(sponsor.decide(register, sponsor.initial)).toEqual({ ok: true, events: [registered] });
    expect(sponsor.decide(register, known)).toEqual({ ok: true, events: [] });
    expect(sponsor.decide({ ...register, name: 'Blue Fund' }, known)).toEqual(refused({ type: 'SponsorIsRegistered', name: 'Green Fund' }));
  });

  test('not by itself and not without a name', () => {
    expect(sponsor.decide({ ...register, by: officer }, sponsor.initial)).toEqual(
      refused({ type: 'RoleIsMissing', needed: ['secretariat.officer'] }),
    );
    expect(sponsor.decide({ ...register, name: ' ' }, sponsor.initial)).toEqual(refused({ type: 'NameIsMissing' }));
  });
});
