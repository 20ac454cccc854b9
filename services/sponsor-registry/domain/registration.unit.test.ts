import type { Actor } from '@junkan/kit/pure/actor.ts';
import { money } from '@junkan/kit/pure/money.ts';
import { describe, expect, test } from 'vitest';
import * as mandate from './mandate.ts';
import * as sponsor from './sponsor.ts';

const secretary: Actor = { person: 'mika', organisation: 'secretariat', roles: ['secretariat.officer'] };
const officer: Actor = { person: 'olu', organisation: 'spo_a', roles: ['sponsor.officer'] };
const usd = (amount: bigint) => money(amount, 'USD');
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

describe('a mandate is published by its own sponsor', () => {
  const terms: mandate.Terms = {
    title: 'Waste in India',
    countries: ['IN'],
    themes: [],
    excludedThemes: [],
    instruments: [],
    preferredInstruments: [],
    ticketMinimum: usd(10n),
    ticketMaximum: usd(20n),
    usualTicketLow: undefined,
    usualTicketHigh: undefined,
    minimumReadiness: 0,
    requiredIndicators: [],
  };
  const publish: mandate.Command = {
    type: 'PublishMandate',
    sponsor: 'spo_a',
    sponsorIsRegistered: true,
    unknownCodes: [],
    terms,
    by: officer,
  };
  const published: mandate.Event = { type: 'MandatePublished', sponsor: 'spo_a', terms, by: 'olu' };
  const changed = (change: Partial<mandate.Terms>) => mandate.decide({ ...publish, terms: { ...terms, ...change } }, mandate.initial);

  test('once, for a sponsor that is registered', () => {
    expect(mandate.decide(publish, mandate.initial)).toEqual({ ok: true, events: [published] });
    expect(mandate.decide(publish, mandate.evolve(mandate.initial, published))).toEqual(refused({ type: 'MandateIsPublished' }));
    expect(mandate.decide({ ...publish, sponsorIsRegistered: false }, mandate.initial)).toEqual(
      refused({ type: 'SponsorIsUnknown', sponsor: 'spo_a' }),
    );
    expect(mandate.decide({ ...publish, by: { ...officer, organisation: 'spo_b' } }, mandate.initial)).toEqual(
      refused({ type: 'WrongOrganisation', kind: 'sponsor', actual: 'spo_b' }),
    );
  });

  test('in codes that the lists of the installation have', () => {
    const codes = [{ field: 'terms.themes[0]', code: 'watter', list: 'themes', nearest: ['water-supply'] }];
    expect(mandate.decide({ ...publish, unknownCodes: codes }, mandate.initial)).toEqual(refused({ type: 'CodesAreUnknown', codes }));
  });

  test('with no theme both wanted and excluded', () => {
    expect(changed({ themes: ['reuse', 'water'], excludedThemes: ['water'] })).toEqual(
      refused({ type: 'ThemesAreExcluded', themes: ['water'] }),
    );
  });

  test('with countries and a ticket that can be: one currency, positive, the right way round', () => {
    expect(changed({ countries: [] })).toEqual(refused({ type: 'CountriesAreMissing' }));
    expect(changed({ usualTicketLow: money(1n, 'JPY') })).toEqual(refused({ type: 'CurrenciesDiffer', currencies: ['USD', 'JPY'] }));
    expect(changed({ ticketMinimum: usd(0n) })).toEqual(refused({ type: 'TicketIsNotPositive', minimum: 0n, currency: 'USD' }));
    expect(changed({ ticketMinimum: usd(21n) })).toEqual(
      refused({ type: 'TicketBoundsAreReversed', minimum: 21n, maximum: 20n, currency: 'USD' }),
    );
    expect(changed({ usualTicketLow: usd(15n), usualTicketHigh: usd(12n) })).toEqual(
      refused({ type: 'UsualTicketIsReversed', low: 15n, high: 12n, currency: 'USD' }),
    );
    const outside = { type: 'UsualTicketIsOutsideTheTicket', minimum: 10n, maximum: 20n, currency: 'USD' };
    expect(changed({ usualTicketLow: usd(9n) })).toEqual(refused({ ...outside, usual: 9n }));
    expect(changed({ usualTicketHigh: usd(21n) })).toEqual(refused({ ...outside, usual: 21n }));
    expect(changed({ usualTicketLow: usd(10n), usualTicketHigh: usd(20n) })).toMatchObject({ ok: true });
  });
});
