import { createHash } from 'node:crypto';
import { type Share as Agreed, type Cell, draftOf } from './agreements.ts';
import { type Finding, finding, type Recorded, type Stored, streamsOf } from './facts.ts';

type Money = { readonly amount?: string; readonly currency: string };
type Tranche = {
  readonly number: number;
  readonly title: string;
  readonly monthsAfterEffective?: number;
  readonly amount?: Money;
  readonly dueOn?: string;
};
type Promised = {
  readonly code: string;
  readonly unit?: string;
  readonly baseline?: string;
  readonly target?: string;
  readonly tranches?: readonly number[];
};
type Target = { readonly tranche: number; readonly code: string; readonly before?: string; readonly target: string };
// biome-ignore lint/suspicious/noExplicitAny: read as stored, on purpose without the code that wrote it
type Terms = any;

/** 30. What the parties sign is the hash of what was drafted; what an amendment is recorded by is the hash of what it has left. */
export function hashesAreOfTheirTexts({ disbursement }: Pick<Stored, 'disbursement'>): Finding {
  const { check, result } = finding();
  for (const [agreement, events] of streamsOf(disbursement, 'agr'))
    for (const event of events) {
      const { version, data } = event;
      const before = events.filter((each) => each.version < version);
      const drafted = draftOf(before)?.data;
      if (event.type === 'AgreementDrafted')
        check(
          sha256(signed(agreement, data)) === data.contentHash,
          () => `${agreement} was drafted with another hash than that of its text`,
        );
      if (event.type === 'AgreementSigned')
        check(data.contentHash === drafted?.contentHash, () => `${data.party} has signed another text of ${agreement} than was drafted`);
      // Amendments of earlier versions have none.
      if (event.type === 'AgreementAmended' && data.amendedHash)
        check(
          sha256(amended(agreement, event, tranchesAfter(events, version))) === data.amendedHash,
          () => `amendment ${data.measure} of ${agreement} has another hash than that of its text`,
        );
    }
  return result();
}

const sha256 = (content: unknown): string => createHash('sha256').update(JSON.stringify(content)).digest('hex');

const textOf = (money: Money | undefined): string[] => [money?.amount ?? '0', money?.currency ?? ''];

function signed(agreement: string, data: Terms): unknown {
  const shares: readonly (Agreed & { readonly amount?: Money })[] = data.shares ?? [];
  const promised: readonly Promised[] = data.promised ?? [];
  const isFinanced = shares.some(({ financing, parts = [] }) => (parts.length > 0 ? parts.some((part) => part.financing) : financing));
  return [
    `junkan.agreement.${promised.length > 0 ? 3 : isFinanced ? 2 : 1}`,
    [agreement, data.project, data.round ?? 0, data.funding, data.proposer],
    shares.map(({ sponsor, offer, envelope, amount, financing, parts = [] }) => [
      sponsor,
      offer,
      envelope,
      ...textOf(amount),
      ...listed(financing),
      ...parts.map((part) => [part.offer, part.envelope, part.amount?.amount ?? '0', ...listed(part.financing)]),
    ]),
    (data.tranches ?? []).map(({ number, title, monthsAfterEffective = 0, amount }: Tranche) => [
      number,
      title,
      monthsAfterEffective,
      ...textOf(amount),
    ]),
    data.conditions ?? [],
    ...(promised.length > 0
      ? [promised.map(({ code, unit = '', baseline = '', target = '', tranches = [] }) => [code, unit, baseline, target, tranches])]
      : []),
  ];
}

function amended(agreement: string, { data }: Recorded, tranches: readonly Tranche[]): unknown {
  const { measure, financing = [], results = [], provisions = '', cells = [] } = data;
  const isLong = financing.length > 0 || provisions !== '' || results.length > 0;
  return [
    `junkan.amended-agreement.${results.length > 0 ? 3 : isLong ? 2 : 1}`,
    [agreement, measure],
    tranches.map(({ number, monthsAfterEffective = 0, dueOn = '', amount }) => [number, monthsAfterEffective, dueOn, ...textOf(amount)]),
    cells.map(({ tranche, sponsor, payment, amount }: Cell & { amount?: Money }) => [tranche, sponsor, payment, ...textOf(amount)]),
    ...(isLong
      ? [financing.map((change: { offer: string; financing: Terms }) => [change.offer, inOrder(change.financing)]), provisions]
      : []),
    ...(results.length > 0 ? [results.map(({ tranche, code, before = '', target }: Target) => [tranche, code, before, target])] : []),
  ];
}

/** As drafted, with what amendments up to this event have changed. */
function tranchesAfter(events: readonly Recorded[], version: number): readonly Tranche[] {
  const amendments = events.filter((event) => event.type === 'AgreementAmended' && event.version <= version);
  const changes: (Partial<Tranche> & { readonly tranche: number })[] = amendments.flatMap(({ data }) => data.changes ?? []);
  const drafted: readonly Tranche[] = draftOf(events)?.data.tranches ?? [];
  return drafted.map((tranche) => {
    const own = changes.filter((change) => change.tranche === tranche.number);
    const dueOn = own.findLast((change) => change.dueOn)?.dueOn ?? tranche.dueOn;
    const amount = own.findLast((change) => change.amount)?.amount ?? tranche.amount;
    return { ...tranche, ...(dueOn ? { dueOn } : {}), ...(amount ? { amount } : {}) };
  });
}

const listed = (financing: Terms): unknown[] => (financing ? [inOrder(financing)] : []);

const LOAN = ['rate', 'percent', 'index', 'indexPercent', 'frontEndFeePercent', 'commitmentFeePercent'];
const LOAN_MONTHS = ['tenorMonths', 'graceMonths'];

function inOrder(terms: Terms): unknown {
  const { instrument, security = '', advances = false, retentionPercent = '', loan, guarantee, inKind, conditions = [] } = terms;
  const { feePercent, frontEndFeePercent = '', tenorMonths, payments } = guarantee ?? {};
  return [
    [instrument, security, advances, retentionPercent, ...(inKind ? [inKind.contribution] : [])],
    loan ? [...LOAN.map((name) => loan[name] ?? ''), ...LOAN_MONTHS.map((name) => loan[name] ?? 0), loan.repayment, loan.payments] : [],
    guarantee ? [feePercent, frontEndFeePercent, tenorMonths, payments] : [],
    conditions.map(({ title, phase, kind }: Record<string, string>) => [title, phase, kind]),
  ];
}
