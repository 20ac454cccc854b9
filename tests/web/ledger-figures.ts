import type { Event, Sums } from './sums.ts';

/** What each posting was, and what statements of account come to: folded from the events alone. */
export function posted(sums: Sums, events: readonly Event[]): void {
  const projects = new Map(events.flatMap(({ type, stream, data }) => (type === 'AgreementDrafted' ? [[stream, data.project ?? '']] : [])));
  for (const { stream, data } of events)
    for (const [at, { account, money }] of (data.entry?.postings ?? []).entries()) {
      sums.set(`${data.entry?.id}/${at}/${account}`, money);
      const [first, second, third = '', fourth = ''] = account.split('/');
      const party = (first === 'agreement' ? fourth : second) ?? '';
      // What a statement posts is of no agreement.
      const scopes = stream.startsWith('agr_') ? [party, stream, projects.get(stream)] : [party];
      const names = [`all/${third}/`, ...scopes.map((scope) => `${scope}/${third}/${party}`)].map(
        (name) => `ledger/${name}/${money.currency}`,
      );
      for (const name of names) {
        sums.set(`${name}/opening`, { amount: 0n, currency: money.currency });
        for (const part of ['moved', 'closing']) sums.add(`${name}/${part}`, money);
      }
    }
}

/** The limits of organisations, as they are proposed and as they stand. */
export function limited(sums: Sums, events: readonly Event[]): void {
  const proposed = events.filter(({ type }) => type === 'LimitsProposed');
  for (const { stream, data } of proposed)
    for (const limit of data.limits ?? []) sums.set(`${stream}/proposals/${data.proposal}/${limit.currency}`, limit);
  for (const { stream, data } of events.filter(({ type }) => type === 'LimitsApproved')) {
    const standing = proposed.find((each) => each.stream === stream && each.data.proposal === data.proposal);
    for (const limit of standing?.data.limits ?? []) sums.set(`${stream}/${limit.currency}`, limit);
  }
}
