import { ProposerRegistered } from '@junkan/proto/junkan/project/v1/events.ts';
import { Proposer } from '@junkan/proto/junkan/project/v1/model.ts';
import { MandatePublished, SponsorRegistered } from '@junkan/proto/junkan/sponsor/v1/events.ts';
import { Mandate, Sponsor } from '@junkan/proto/junkan/sponsor/v1/model.ts';
import { decoded } from './event.ts';
import { type Aggregate, amountOf, titleKey } from './item.ts';

/** A city or agency. */
export const organisation: Aggregate<Proposer> = {
  kind: 'organisation',
  evolve(_before, event) {
    const { name, kind, countries } = decoded({ ProposerRegistered }, event);
    return { id: event.stream, version: event.version, name, kind, countries };
  },
  items: ({ state, n, created, updated }) => [
    {
      ...{ kind: 'organisation', id: state.id, n, parties: [] },
      columns: { version: state.version, status: 'registered', kind: state.kind, name: titleKey(state.name), created, updated },
      tags: { country: state.countries },
      text: { name: state.name },
      doc: organisation.save(state),
    },
  ],
  save: (state) => Proposer.toJSON(state) as object,
  load: (json) => Proposer.fromJSON(json),
};

export const sponsor: Aggregate<Sponsor> = {
  kind: 'sponsor',
  evolve(_before, event) {
    const { name, kind } = decoded({ SponsorRegistered }, event);
    return { id: event.stream, version: event.version, name, kind };
  },
  items: ({ state, n, created, updated }) => [
    {
      ...{ kind: 'sponsor', id: state.id, n, parties: [], tags: {} },
      columns: { version: state.version, status: 'registered', kind: state.kind, name: titleKey(state.name), created, updated },
      text: { name: state.name },
      doc: sponsor.save(state),
    },
  ],
  save: (state) => Sponsor.toJSON(state) as object,
  load: (json) => Sponsor.fromJSON(json),
};

export const mandate: Aggregate<Mandate> = {
  kind: 'mandate',
  evolve(_before, event) {
    const { sponsor: by, terms } = decoded({ MandatePublished }, event);
    return { id: event.stream, version: event.version, status: 'published', sponsor: by, terms };
  },
  items: ({ state, n, created, updated }) => [
    {
      ...{ kind: 'mandate', id: state.id, n, parties: [] },
      columns: {
        ...{ version: state.version, status: state.status, sponsor: state.sponsor, created, updated },
        ...{ title: titleKey(state.terms?.title ?? ''), ...amountOf(state.terms?.ticketMaximum) },
      },
      tags: { country: state.terms?.countries ?? [], theme: state.terms?.themes ?? [] },
      text: { title: state.terms?.title ?? '' },
      doc: mandate.save(state),
    },
  ],
  save: (state) => Mandate.toJSON(state) as object,
  load: (json) => Mandate.fromJSON(json),
};
