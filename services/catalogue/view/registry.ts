import { proposerFold } from '@junkan/project-registry/fold.ts';
import type { Proposer } from '@junkan/proto/junkan/project/v1/model.ts';
import type { Mandate, Sponsor } from '@junkan/proto/junkan/sponsor/v1/model.ts';
import { mandateFold, sponsorFold } from '@junkan/sponsor-registry/fold.ts';
import { termsOfCodes } from '../text/code-names.ts';
import { amountOf, type Listed, titleKey } from './item.ts';

/** What an organisation is found by: also by what it was called before. */
const named = ({ name, formerNames }: Proposer | Sponsor): string => [name, ...formerNames].join(' ');

/** A city or agency. */
export const organisation: Listed<(typeof proposerFold)['initial'], Proposer> = {
  kind: 'organisation',
  fold: proposerFold,
  seen: (message) => message,
  items: (seen, { n, created, updated }) => [
    {
      kind: 'organisation',
      id: seen.id,
      n,
      parties: [],
      columns: { version: seen.version, status: 'registered', kind: seen.kind, name: titleKey(seen.name), created, updated },
      tags: { country: seen.countries },
      text: { name: named(seen), codes: termsOfCodes('countries', seen.countries).join(' ') },
      doc: () => proposerFold.toJson(seen),
    },
  ],
};

export const sponsor: Listed<(typeof sponsorFold)['initial'], Sponsor> = {
  kind: 'sponsor',
  fold: sponsorFold,
  seen: (message) => message,
  items: (seen, { n, created, updated }) => [
    {
      kind: 'sponsor',
      id: seen.id,
      n,
      parties: [],
      tags: {},
      columns: { version: seen.version, status: 'registered', kind: seen.kind, name: titleKey(seen.name), created, updated },
      text: { name: named(seen) },
      doc: () => sponsorFold.toJson(seen),
    },
  ],
};

export const mandate: Listed<(typeof mandateFold)['initial'], Mandate> = {
  kind: 'mandate',
  fold: mandateFold,
  seen: (message) => message,
  items: (seen, { n, created, updated }) => [
    {
      kind: 'mandate',
      id: seen.id,
      n,
      parties: [],
      columns: {
        version: seen.version,
        status: seen.status,
        sponsor: seen.sponsor,
        created,
        updated,
        title: titleKey(seen.terms?.title ?? ''),
        ...amountOf(seen.terms?.ticketMaximum),
      },
      tags: { country: seen.terms?.countries ?? [], theme: seen.terms?.themes ?? [] },
      text: {
        title: seen.terms?.title ?? '',
        codes: [...termsOfCodes('countries', seen.terms?.countries ?? []), ...termsOfCodes('themes', seen.terms?.themes ?? [])].join(' '),
      },
      doc: () => mandateFold.toJson(seen),
    },
  ],
};
