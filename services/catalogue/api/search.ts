import { agreementFor, paymentFor } from '@junkan/disbursement/readers.ts';
import type { Prepare } from '@junkan/kit/views/statements.ts';
import { callFor, cycleFor, instrumentFor, partnerFor, trainingFor } from '@junkan/programme/readers.ts';
import { milestoneFor, projectFor } from '@junkan/project-registry/readers.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { FoundItem, ListedPayment, type SearchRequest, type SearchResponse } from '@junkan/proto/junkan/catalogue/v1/service.ts';
import { Agreement, Statement } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import { AwardCycle } from '@junkan/proto/junkan/programme/v1/awards_model.ts';
import { ProjectCall } from '@junkan/proto/junkan/programme/v1/calls_model.ts';
import { Training } from '@junkan/proto/junkan/programme/v1/learning_model.ts';
import { Partner } from '@junkan/proto/junkan/programme/v1/partners_model.ts';
import { PolicyInstrument } from '@junkan/proto/junkan/programme/v1/policy_model.ts';
import { Milestone, Project, Proposer } from '@junkan/proto/junkan/project/v1/model.ts';
import { Mandate, Sponsor } from '@junkan/proto/junkan/sponsor/v1/model.ts';
import { readerOf } from '@junkan/proto/oversight.ts';
import { relationOf } from '@junkan/proto/readers.ts';
import { type Called, everything, type FoundKindName, type Hit } from '../query/everything.ts';
import { spansIn } from '../text/highlight.ts';
import { referencesOf } from '../view/agreement.ts';

/** What of an item is shown when it is found. */
type Item = Pick<FoundItem, 'id'> & Partial<Pick<FoundItem, 'status' | 'project' | 'organisation' | 'agreement' | 'countries' | 'amount'>>;
type Row = Called<Item>;
const row = (item: Item, titles: readonly (string | undefined)[], references: readonly string[] = []): Row => ({
  item,
  titles: titles.flatMap((title) => title || []),
  references,
  countries: item.countries?.length ?? 0,
});

/** A row of each list as an actor may see it, with what it is called. */
const ROWS: { readonly [Kind in FoundKindName]: (doc: unknown, actor: Actor) => Row } = {
  project(doc, actor) {
    const { id, status, proposer, proposal } = projectFor(actor, Project.fromJSON(doc));
    const { title, reference, countries = [], target, place } = proposal ?? {};
    return row({ id, status, organisation: proposer, countries, amount: target }, [title, place?.name], reference ? [reference] : []);
  },
  organisation(doc) {
    const { id, name, formerNames, countries } = Proposer.fromJSON(doc);
    return row({ id, countries }, [name, ...formerNames]);
  },
  sponsor(doc) {
    const { id, name, formerNames } = Sponsor.fromJSON(doc);
    return row({ id }, [name, ...formerNames]);
  },
  partner(doc, actor) {
    const { id, status, name, otherNames, country } = partnerFor(actor, Partner.fromJSON(doc));
    return row({ id, status, countries: [country] }, [name, ...otherNames.map((other) => other.name)]);
  },
  mandate(doc) {
    const { id, status, sponsor, terms } = Mandate.fromJSON(doc);
    return row({ id, status, organisation: sponsor, amount: terms?.ticketMaximum }, [terms?.title]);
  },
  'project-call'(doc, actor) {
    const { id, status, owner, title, available } = callFor(actor, ProjectCall.fromJSON(doc));
    return row(
      { id, status, organisation: owner, amount: available },
      title.map(({ text }) => text),
    );
  },
  payment(doc, actor) {
    const { payment, project, proposer } = ListedPayment.fromJSON(doc);
    if (!payment) return row({ id: '' }, []);
    const { id, status, amount, agreement } = payment;
    return row({ id, status, project, agreement, organisation: proposer, amount }, [], referencesOf(paymentFor(actor, payment)));
  },
  agreement(doc, actor) {
    const { id, status, project, proposer } = agreementFor(actor, Agreement.fromJSON(doc));
    return row({ id, status, project, organisation: proposer }, [], [id]);
  },
  statement(doc) {
    const { id, status, owner, reference, closingBalance } = Statement.fromJSON(doc);
    return row({ id, status, organisation: owner ?? '', amount: closingBalance }, [], [reference, id]);
  },
  milestone(doc, actor) {
    const found = Milestone.fromJSON(doc);
    const { id, status, project, proposer, title, amount } = milestoneFor(actor, found, relationOf(actor, found));
    return row({ id, status, project, organisation: proposer, amount }, [title]);
  },
  training(doc, actor) {
    const { id, status, title } = trainingFor(actor, Training.fromJSON(doc));
    return row({ id, status }, [title]);
  },
  'policy-instrument'(doc, actor) {
    const { id, status, versions, draft } = instrumentFor(actor, PolicyInstrument.fromJSON(doc));
    const { texts = [], country = '', area } = versions.at(-1)?.content ?? draft ?? {};
    return row({ id, status, countries: country === '' ? [] : [country] }, [...texts.map(({ title }) => title), area]);
  },
  'award-cycle'(doc, actor) {
    const { id, status, title } = cycleFor(actor, AwardCycle.fromJSON(doc));
    return row({ id, status }, [title]);
  },
};

const DEFAULT_LIMIT = 5;
const MAX_LIMIT = 20;
/** What a sponsor no longer offers is for those who are signed in. */
const isPublished = (kind: FoundKindName, { status }: Item): boolean => kind !== 'mandate' || status !== 'retired';

type MayList = (kind: FoundKindName, actor: Actor) => boolean;

/** What is called, or referred to, by what was typed: of each list what the actor may see of it. */
export function searchFor(
  prepare: Prepare,
  { q: typed, limit, published }: SearchRequest,
  { actor, mayList }: { readonly actor: Actor; readonly mayList: MayList },
): SearchResponse {
  const { groups, corrected, fewer, named } = everything<Row>(prepare, {
    typed,
    reader: readerOf(actor),
    limit: Math.min(limit || DEFAULT_LIMIT, MAX_LIMIT),
    mayList: (kind) => mayList(kind, actor),
    called(kind, doc) {
      const found = ROWS[kind](doc, actor);
      return published && !isPublished(kind, found.item) ? undefined : { ...found, item: found };
    },
  });
  const shown = shownBy(corrected || typed);
  return {
    groups: groups.map(({ group, hits, more }) => ({ group, items: hits.map(shown), more })),
    corrected,
    fewer: fewer.map(({ q, without }) => ({ q, without: [...without] })),
    named: named.map(shown),
  };
}

const NOTHING = FoundItem.fromPartial({});

const shownBy =
  (typed: string) =>
  (hit: Hit<Row>): FoundItem => {
    if ('code' in hit) {
      const { kind, code: id, projects } = hit;
      return FoundItem.fromPartial({ kind, id, projects });
    }
    const { kind, item: found, is } = hit;
    const { item, titles, references } = found;
    const title = titles.includes(is) ? is : (titles[0] ?? '');
    const reference = references.includes(is) ? is : (references[0] ?? '');
    return { ...NOTHING, ...item, kind, title, reference, bounds: spansIn(typed, title).flat() };
  };
