import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type Schemas } from '../base/api/client.ts';
import { keys } from '../base/api/keys.ts';
import type { ReadPage } from '../base/api/types.ts';
import type { ResultRow } from '../exports/action-columns.ts';

export type Total = Schemas['ResultTotal'];
/** By what totals are split. */
export type Split = 'country' | 'theme' | 'payer' | 'city';
/** Of which results; of all where nothing is said. */
export type Narrowing = {
  readonly indicator?: string | undefined;
  readonly country?: string | undefined;
  readonly city?: string | undefined;
  readonly theme?: string | undefined;
  readonly sponsor?: string | undefined;
  readonly project?: string | undefined;
};

/** A total of an indicator, with what of it is verified and what is only reported; absent where there is nothing of that. */
export type Outcome = {
  readonly indicator: string;
  readonly unit: string;
  /** Whose part it is, where totals are split. */
  readonly name: string;
  readonly whole: Total;
  readonly verified: Total | undefined;
  readonly reported: Total | undefined;
};

const CODE = /^[a-z0-9-]{1,100}$/;
const FORMS = {
  indicator: CODE,
  country: /^[A-Z]{2}$/,
  city: /^org_\w{26}$/,
  theme: CODE,
  sponsor: /^spo_\w{26}$/,
  project: /^prj_\w{26}$/,
} as const;
/** What an address says, as far as it can be asked for. */
export const readable = (said: Narrowing): Narrowing =>
  Object.fromEntries(
    Object.entries(FORMS).flatMap(([key, form]) => {
      const value = said[key as keyof Narrowing];
      return value !== undefined && form.test(value) ? [[key, value]] : [];
    }),
  );

type Names = Schemas['Names'];
type Asked = { readonly of?: Narrowing; readonly by?: Split | undefined };

const saidOf = (of: Narrowing): { readonly [Key in keyof Narrowing]?: string } =>
  Object.fromEntries(Object.entries(of).filter(([, value]) => value));

/** Rates and bounds are not the sum of what is verified and what is reported: each is asked for by itself. */
export function outcomesQuery({ of = {}, by }: Asked) {
  const query = { ...saidOf(of), ...(by ? { by } : {}) };
  return queryOptions({
    queryKey: keys.publicResults(query),
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<{ readonly outcomes: readonly Outcome[]; readonly names: Names }> => {
      const ask = (certainty: '' | 'verified' | 'reported') =>
        api.operations.getPublicResults({ ...query, with: 'names', ...(certainty === '' ? {} : { certainty }) }, { signal });
      const [whole, verified, reported] = await Promise.all([ask(''), ask('verified'), ask('reported')]);
      return { outcomes: joined(whole.totals, verified.totals, reported.totals), names: whole.names ?? {} };
    },
  });
}

/** What a project has come to. All of it is verified, as it is of its milestones alone. */
export const projectQuery = (project: string) =>
  queryOptions({
    queryKey: keys.publicResults({ project }),
    queryFn: async ({ signal }): Promise<{ readonly outcomes: readonly Outcome[]; readonly names: Names }> => {
      const { totals, names = {} } = await api.operations.getPublicResults({ project, with: 'names' }, { signal });
      return { outcomes: joined(totals, totals, []), names };
    },
  });

const keyOf = ({ indicator, name = '' }: Total): string => `${indicator} ${name}`;

function joined(whole: readonly Total[], verified: readonly Total[], reported: readonly Total[]): Outcome[] {
  const [ofVerified, ofReported] = [verified, reported].map((totals) => new Map(totals.map((total) => [keyOf(total), total])));
  return whole.map((total) => ({
    indicator: total.indicator,
    unit: total.unit ?? '',
    name: total.name ?? '',
    whole: total,
    verified: ofVerified?.get(keyOf(total)),
    reported: ofReported?.get(keyOf(total)),
  }));
}

const PAGE = 100;

/** The results that totals are made of, page by page. */
export function rowsQuery(of: Narrowing, cursor = '') {
  const query = { ...saidOf(of), limit: PAGE, with: 'names', ...(cursor === '' ? {} : { cursor }) } as const;
  return queryOptions({
    queryKey: keys.publicResults({ rows: query }),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.operations.listPublicResultRows(query, { signal }),
  });
}

const LARGEST = 1_000;

/** All of them: for files. */
export const resultRows =
  (of: Narrowing = {}): ReadPage<ResultRow> =>
  async (cursor, signal) => {
    const asked = { ...saidOf(of), limit: LARGEST, with: 'names', ...(cursor ? { cursor } : {}) } as const;
    const { atoms, next, total, names = {} } = await api.operations.listPublicResultRows(asked, { signal });
    return { rows: atoms, names, next, total };
  };
