import { daysAfter } from '@junkan/kit/pure/dates.ts';
import { NO_RULES, type Rules } from '@junkan/kit/pure/limits.ts';
import { nothing } from '@junkan/kit/testing/decider.fixture.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreementFold } from '../../fold.ts';
import {
  AGREEMENT,
  acceptedOn,
  actor,
  BANK,
  bankApprover,
  certifier,
  checker,
  effective,
  FUND,
  maker,
  money,
  NOW,
  officer,
  paying,
  paymentOf,
  refused,
  request,
  secretariatApprover,
} from '../agreement.fixture.ts';
import { decide } from '../agreement.ts';
import type { Command } from '../agreement-faces.ts';
import { isInForce, type State } from '../agreement-state.ts';
import type { SponsorId } from '../ids.ts';
import { accounts } from '../journal.ts';
import { claimableSums } from './claimable-sums.ts';
import { apportioned, sumsOf } from './recovery.ts';

const paidBy = (sponsor: SponsorId, reference: string): Command[] => [request({ sponsor }), ...paying(paymentOf(1, sponsor), reference)];
/** The first tranche is paid: 45 by the fund, 15 by the bank. */
const paid = (...commands: readonly Command[]): State =>
  acceptedOn(effective(), ...paidBy(FUND, 'ONE'), ...paidBy(BANK, 'TWO'), ...commands);

const later = { now: NOW } as const;
const claim = (amount = 20n, over: object = {}) =>
  ({
    type: 'ClaimRecovery',
    kind: 'ineligible',
    tranche: 1,
    amount: money(amount),
    note: 'txt_why',
    answerDays: 30,
    by: officer,
    ...later,
    ...over,
  }) as const satisfies Command;
const answer = (recovery = 1, by = certifier) => ({ type: 'AnswerRecovery', recovery, note: 'txt_answer', ...later, by }) as const;
const approved = (recovery = 1, by = secretariatApprover, now = NOW) =>
  ({ type: 'ApproveRecovery', agreement: AGREEMENT, recovery, now, by }) as const;
const reject = (recovery = 1, by = secretariatApprover) => ({ type: 'RefuseRecovery', recovery, note: 'txt_no', ...later, by }) as const;
const refund = (amount = 8n, over: object = {}) =>
  ({
    type: 'ReportRefund',
    recovery: 1,
    amount: money(amount),
    bankReference: 'BACK-1',
    valueDate: '2027-03-01',
    ground: { document: 'slip', receivedBy: '' },
    by: maker,
    ...later,
    ...over,
  }) as const satisfies Command;
const justify = (amount = 4n, by = officer) =>
  ({ type: 'ProposeResolution', recovery: 1, kind: 'justified', amount: money(amount), note: 'txt_why', ...later, by }) as const;
const writeOff = (sponsor: SponsorId, amount = 2n) =>
  ({ type: 'ProposeWriteOff', recovery: 1, sponsor, amount: money(amount), note: 'txt_why', ...later, by: officer }) as const;
const confirmed = (resolution = 1, by = checker, rules: Rules = NO_RULES) =>
  ({ type: 'ConfirmResolution', agreement: AGREEMENT, recovery: 1, resolution, rules, rates: [], ...later, by }) as const;
const notSo = (resolution = 1, by = checker) =>
  ({ type: 'RefuseResolution', recovery: 1, resolution, note: 'txt_no', ...later, by }) as const;

const pending = (...commands: readonly Command[]): State => paid(claim(), answer(), approved(), ...commands);
const recoveryIn = (state: State) => {
  const recovery = state.status !== 'absent' && isInForce(state) ? state.recoveries[0] : undefined;
  if (!recovery) throw new Error('there is no recovery');
  return { status: recovery.status, ...Object.fromEntries(Object.entries(sumsOf(recovery)).map(([name, { amount }]) => [name, amount])) };
};

describe('a refund that was confirmed by mistake', () => {
  const second = actor('second', 'secretariat', 'finance.checker');
  const resolved = pending(refund(20n), confirmed());
  const doubted = acceptedOn(resolved, notSo());

  test('is pending again once another person has confirmed that, and may be reported again', () => {
    expect(recoveryIn(resolved)).toMatchObject({ status: 'resolved', refunded: 20n, pending: 0n });
    expect(decide(notSo(), resolved)).toMatchObject({
      events: [{ type: 'ResolutionProposed', resolution: 2, kind: 'reversed', undoes: 1 }],
    });
    expect(recoveryIn(doubted)).toMatchObject({ status: 'resolved', refunded: 20n, pending: 0n });
    const undone = acceptedOn(doubted, confirmed(2, second));
    expect(recoveryIn(undone)).toMatchObject({ status: 'pending', refunded: 0n, pending: 20n });
    const resolutions = [
      { status: 'refused', decidedBy: 'second', reason: 'txt_no' },
      { status: 'confirmed', undoes: 1 },
    ];
    expect(undone).toMatchObject({ recoveries: [{ resolutions }] });
    expect(decide(confirmed(2, second), undone)).toEqual(nothing);
    expect(decide(refund(20n), undone)).toMatchObject({ ok: true });
    expect(recoveryIn(acceptedOn(undone, refund(20n), confirmed(3)))).toMatchObject({ status: 'resolved', refunded: 20n });
  });

  test('goes back to where it came from', () => {
    const [booked, back] = [decide(confirmed(), pending(refund(20n))), decide(confirmed(2, second), doubted)].map((each) =>
      each.ok && each.events[0]?.type === 'ResolutionConfirmed' ? each.events[0].entry : undefined,
    );
    const sums = (entry: typeof booked, sign: bigint) =>
      new Map(entry?.postings.map(({ account, money: { amount } }) => [account, sign * amount]));
    expect(sums(back, -1n)).toEqual(sums(booked, 1n));
    expect(back?.postings).not.toEqual([]);
  });

  test('stays where the second person does not find it so, and is doubted again', () => {
    const stays = acceptedOn(doubted, notSo(2, second));
    expect(recoveryIn(stays)).toMatchObject({ status: 'resolved', refunded: 20n });
    expect(decide(notSo(1, second), stays)).toMatchObject({ events: [{ resolution: 3, undoes: 1 }] });
  });

  test('is undone by two persons, neither of whom has claimed or reported it', () => {
    const both = (person: string) => actor(person, 'secretariat', 'finance.maker', 'finance.checker');
    const same = (person: string) => refused('PreparedByTheSamePerson', { person });
    expect(decide(confirmed(2, checker), doubted)).toEqual(same('checker'));
    expect(decide(confirmed(2, both('maker')), doubted)).toEqual(same('maker'));
    for (const person of ['maker', 'secretary']) expect(decide(notSo(1, both(person)), resolved)).toEqual(same(person));
    expect(decide(notSo(1, secretariatApprover), resolved)).toMatchObject(refused('RoleIsMissing'));
    expect(decide(notSo(), doubted)).toEqual(nothing);
    expect(decide(notSo(1, second), doubted)).toEqual(refused('ResolutionInStatus', { resolution: 2, status: 'proposed' }));
    expect(decide({ ...notSo(), note: '' }, resolved)).toEqual(refused('NoteIsMissing'));
    const justified = pending(justify(), confirmed(1, secretariatApprover));
    expect(decide(notSo(1, actor('other', 'secretariat', 'secretariat.approver')), justified)).toMatchObject(refused('ResolutionInStatus'));
  });
});

describe('a claim', () => {
  test('is split in proportion to what each sponsor has paid, to the last minor unit', () => {
    expect(decide(claim(21n), paid())).toMatchObject({
      events: [
        {
          type: 'RecoveryClaimed',
          recovery: 1,
          answerDue: daysAfter(NOW, 30),
          portions: [
            { sponsor: FUND, amount: money(16n) },
            { sponsor: BANK, amount: money(5n) },
          ],
        },
      ],
    });
  });

  test('is of what was paid and is not claimed yet', () => {
    expect(decide(claim(), effective())).toEqual(refused('NothingIsOpen'));
    expect(decide(claim(61n), paid())).toEqual(refused('AmountExceedsWhatIsOpen', { asked: 61n, open: 60n, currency: 'USD' }));
    expect(decide(claim(41n), paid(claim()))).toEqual(refused('AmountExceedsWhatIsOpen', { asked: 41n, open: 40n, currency: 'USD' }));
    expect(decide(claim(41n), paid(claim(), reject()))).toMatchObject({ ok: true });
    expect(decide(claim(20n, { tranche: 2 }), paid())).toEqual(refused('NothingIsOpen'));
    expect(decide(claim(20n, { tranche: 7 }), paid())).toEqual(refused('TrancheIsUnknown', { tranche: 7 }));
    expect(decide(claim(0n), paid())).toEqual(refused('AmountIsNotPositive', money(0n)));
    expect(decide(claim(20n, { amount: money(20n, 'EUR') }), paid())).toEqual(refused('WrongCurrency', { currency: 'USD' }));
    expect(decide(claim(20n, { note: '' }), paid())).toEqual(refused('NoteIsMissing'));
  });

  test('is approved by a second person, once the proposer has answered or its time is over', () => {
    const awaited = refused('AnswerIsAwaited', { recovery: 1, answerDue: daysAfter(NOW, 30) });
    expect(decide(approved(), paid(claim()))).toEqual(awaited);
    expect(decide(approved(1, secretariatApprover, daysAfter(NOW, 30)), paid(claim()))).toMatchObject({ ok: true });
    expect(decide(approved(), paid(claim(), answer()))).toMatchObject({ ok: true });
    const both = actor(officer.person, 'secretariat', 'secretariat.officer', 'secretariat.approver');
    const same = refused('PreparedByTheSamePerson', { person: officer.person });
    expect(decide(approved(1, both), paid(claim(), answer()))).toEqual(same);
    expect(decide(reject(1, both), paid(claim()))).toEqual(same);
    expect(decide(approved(1, officer), paid(claim(), answer()))).toMatchObject(refused('RoleIsMissing'));
  });

  test('is answered by the proposer alone, while it is not decided', () => {
    const other = actor('stranger', 'org_other', 'proposer.certifier');
    expect(decide(answer(1, other), paid(claim()))).toMatchObject(refused('WrongOrganisation'));
    expect(decide(answer(), pending())).toEqual(refused('RecoveryInStatus', { recovery: 1, status: 'pending' }));
    expect(decide(answer(2), paid(claim()))).toEqual(refused('RecoveryIsUnknown', { recovery: 2 }));
  });

  test('said twice changes nothing', () => {
    expect(decide(claim(), paid(claim()))).toEqual(nothing);
    expect(decide(answer(), paid(claim(), answer()))).toEqual(nothing);
    expect(decide(approved(), pending())).toEqual(nothing);
    expect(decide(reject(), paid(claim(), reject()))).toEqual(nothing);
  });
});

describe('what has to come back', () => {
  test('is ineligible = refunded + justified + documented + written off + pending', () => {
    const state = pending(
      ...[refund(), confirmed(), justify(), confirmed(2, secretariatApprover), writeOff(BANK), confirmed(3, bankApprover)],
    );
    expect(recoveryIn(state)).toEqual({
      status: 'pending',
      refunded: 8n,
      justified: 4n,
      documented: 0n,
      'written-off': 2n,
      pending: 6n,
    });
    const rest = acceptedOn(state, refund(6n, { bankReference: 'BACK-2' }), confirmed(4));
    expect(recoveryIn(rest)).toMatchObject({ status: 'resolved', pending: 0n });
    // What was justified can be claimed again, what was refunded cannot.
    expect(decide(claim(45n), rest)).toEqual(refused('AmountExceedsWhatIsOpen', { asked: 45n, open: 44n, currency: 'USD' }));
  });

  test('is no more than what is pending, of one sponsor no more than its own', () => {
    expect(decide(refund(13n), pending(refund(8n, { bankReference: 'BACK-0' })))).toEqual(
      refused('AmountExceedsWhatIsOpen', { asked: 13n, open: 12n, currency: 'USD' }),
    );
    expect(decide(writeOff(BANK, 6n), pending())).toEqual(refused('AmountExceedsWhatIsOpen', { asked: 6n, open: 5n, currency: 'USD' }));
    expect(decide(writeOff('spo_other'), pending())).toEqual(refused('NothingIsOpen'));
    expect(decide(refund(), paid(claim()))).toEqual(refused('RecoveryInStatus', { recovery: 1, status: 'claimed' }));
  });

  test('is confirmed by whose duty it is, and never by its proposer or claimant', () => {
    const everything = (person: string) => actor(person, 'secretariat', 'finance.maker', 'finance.checker', 'secretariat.approver');
    const same = (person: string) => refused('PreparedByTheSamePerson', { person });
    expect(decide(confirmed(1, everything('maker')), pending(refund()))).toEqual(same('maker'));
    expect(decide(confirmed(1, everything('secretary')), pending(refund()))).toEqual(same('secretary'));
    expect(decide(confirmed(1, checker), pending(justify()))).toMatchObject(refused('RoleIsMissing'));
    expect(decide(confirmed(1, secretariatApprover), pending(writeOff(FUND)))).toMatchObject(refused('RoleIsMissing'));
    expect(decide(confirmed(1, bankApprover), pending(writeOff(FUND)))).toMatchObject(refused('WrongOrganisation'));
    expect(decide(confirmed(1, bankApprover), pending(refund()))).toMatchObject(refused('RoleIsMissing'));
  });

  test('is of one sponsor alone where its account has received it, and rests on the entry that says so', () => {
    const on = (receivedBy: SponsorId) => ({ ground: { receivedBy, statement: 'stm_a', statementEntry: 3 } });
    expect(decide(refund(5n, on(BANK)), pending())).toMatchObject({
      events: [{ portions: [{ sponsor: BANK, amount: money(5n) }], statement: 'stm_a', statementEntry: 3 }],
    });
    expect(decide(refund(6n, on(BANK)), pending())).toEqual(refused('AmountExceedsWhatIsOpen', { asked: 6n, open: 5n, currency: 'USD' }));
    expect(decide(refund(1n, on('spo_other')), pending())).toEqual(refused('NothingIsOpen'));
  });

  test('is given up by two persons above a limit of the person who confirms it, and what is refunded by one', () => {
    const rules = { edition: 3, limits: [money(3n)] };
    const another = actor('second-approver', 'secretariat', 'secretariat.approver');
    const by = (who: Actor, limits: Rules = rules) => confirmed(1, who, limits);
    expect(decide(by(secretariatApprover), pending(justify(3n)))).toMatchObject({ events: [{ type: 'ResolutionConfirmed', rules: 3 }] });
    expect(decide(by(checker), pending(refund()))).toMatchObject({ events: [{ type: 'ResolutionConfirmed' }] });
    const once = pending(justify(), by(secretariatApprover));
    expect(recoveryIn(once)).toMatchObject({ status: 'pending', justified: 0n, pending: 20n });
    expect(decide(by(secretariatApprover), once)).toEqual(nothing);
    // Whatever the limits say by then.
    expect(decide(by(secretariatApprover, NO_RULES), once)).toEqual(nothing);
    expect(decide(by(actor('secretary', 'secretariat', 'secretariat.approver')), once)).toEqual(
      refused('PreparedByTheSamePerson', { person: 'secretary' }),
    );
    expect(decide(justify(17n), once)).toEqual(refused('AmountExceedsWhatIsOpen', { asked: 17n, open: 16n, currency: 'USD' }));
    const twice = acceptedOn(once, by(another));
    expect(recoveryIn(twice)).toMatchObject({ justified: 4n, pending: 16n });
    for (const each of [secretariatApprover, another]) expect(decide(by(each), twice)).toEqual(nothing);
    expect(recoveryIn(acceptedOn(once, notSo(1, secretariatApprover)))).toMatchObject({ justified: 0n, pending: 20n });
  });

  test('is given up by two persons as soon as all that one side gives up of the recovery is above its limit, in how many pieces whatever', () => {
    const rules = { edition: 3, limits: [money(7n)] };
    const another = actor('second-approver', 'secretariat', 'secretariat.approver');
    const document = { ...justify(4n), kind: 'documented' } as const;
    const pieces = pending(justify(), confirmed(1, secretariatApprover, rules), document);
    expect(decide(confirmed(2, secretariatApprover, rules), pieces)).toMatchObject({
      events: [{ type: 'ResolutionConfirmedOnce', limit: money(7n), measured: money(8n) }],
    });
    const once = acceptedOn(pieces, confirmed(2, secretariatApprover, rules));
    expect(decide(confirmed(2, another, rules), once)).toMatchObject({ events: [{ type: 'ResolutionConfirmed', measured: money(8n) }] });
    // What is proposed counts as well, so that the order of confirmations does not matter; what was refused does not.
    const both = pending(justify(), document);
    for (const resolution of [1, 2])
      expect(decide(confirmed(resolution, secretariatApprover, rules), both)).toMatchObject({
        events: [{ type: 'ResolutionConfirmedOnce' }],
      });
    expect(decide(confirmed(1, secretariatApprover, rules), acceptedOn(both, notSo(2, another)))).toMatchObject({
      events: [{ type: 'ResolutionConfirmed', measured: money(4n) }],
    });
  });

  test('is measured for each side by what it gives up itself, and never with what is refunded', () => {
    const limits = { edition: 1, limits: [money(3n)] };
    const writtenOff = pending(writeOff(FUND), writeOff(BANK), refund());
    expect(decide(confirmed(2, bankApprover, limits), writtenOff)).toMatchObject({
      events: [{ type: 'ResolutionConfirmed', measured: money(2n) }],
    });
    const twice = acceptedOn(writtenOff, confirmed(2, bankApprover, limits), writeOff(BANK));
    expect(decide(confirmed(4, bankApprover, limits), twice)).toMatchObject({
      events: [{ type: 'ResolutionConfirmedOnce', measured: money(4n) }],
    });
  });

  test('is open again where a second person does not find it so', () => {
    const state = pending(refund(), notSo());
    expect(recoveryIn(state)).toMatchObject({ status: 'pending', pending: 20n });
    expect(decide(confirmed(), state)).toEqual(refused('ResolutionInStatus', { resolution: 1, status: 'refused' }));
    expect(decide(refund(), state)).toMatchObject({ ok: true });
  });

  test('rests on one reference of the bank, on a day between the claim and now', () => {
    expect(decide(refund(), pending(refund()))).toEqual(nothing);
    expect(decide(refund(9n), pending(refund()))).toEqual(refused('BankReferenceIsUsed', { payment: '1/1' }));
    // The statements of two sponsors are of two banks.
    const of = (receivedBy: SponsorId) => refund(2n, { ground: { receivedBy, statement: `stm_${receivedBy}`, statementEntry: 1 } });
    expect(decide(of(BANK), pending(of(FUND)))).toMatchObject({ ok: true });
    expect(decide(refund(9n), pending(of(FUND)))).toEqual(refused('BankReferenceIsUsed', { payment: '1/1' }));
    expect(decide(refund(8n, { bankReference: '' }), pending())).toEqual(refused('BankReferenceIsMissing'));
    expect(decide(refund(8n, { valueDate: '2027-02-28' }), pending())).toEqual(
      refused('ValueDateIsBeforeTheClaim', { valueDate: '2027-02-28', claimedOn: '2027-03-01' }),
    );
    const shown = { ground: { receivedBy: BANK, statement: 'stm_a', statementEntry: 1 } } as const;
    expect(decide(refund(5n, { valueDate: '2027-02-28', ...shown }), pending())).toMatchObject({ events: [{ valueDate: '2027-02-28' }] });
    expect(decide(refund(5n, { valueDate: '2027-03-02', ...shown }), pending())).toMatchObject(refused('ValueDateIsInTheFuture'));
    expect(decide(refund(8n, { valueDate: '2027-03-02' }), pending())).toMatchObject(refused('ValueDateIsInTheFuture'));
  });

  test('is booked from the proposer to what it becomes', () => {
    const events = (command: Command, state: State) => {
      const decision = decide(command, state);
      return decision.ok ? decision.events : [];
    };
    const [claimed] = events(approved(), paid(claim(), answer()));
    const recoverable = (sponsor: SponsorId) => accounts.recoverable(AGREEMENT, sponsor);
    expect(claimed).toMatchObject({
      entry: {
        postings: [
          { account: accounts.received('org_city'), money: money(-20n) },
          { account: recoverable(FUND), money: money(15n) },
          { account: recoverable(BANK), money: money(5n) },
        ],
      },
    });
    const [given] = events(confirmed(1, bankApprover), pending(writeOff(BANK)));
    expect(given).toMatchObject({
      entry: {
        postings: [
          { account: recoverable(BANK), money: money(-2n) },
          { account: accounts.writtenOff(BANK), money: money(2n) },
        ],
      },
    });
  });
});

test('portions sum to what is apportioned, and none is more than it is taken from', () => {
  const sponsor = fc.integer({ min: 0, max: 99 }).map((at): SponsorId => `spo_${at}`);
  const portion = fc.record({ sponsor, amount: fc.bigInt({ min: 0n, max: 10n ** 18n }).map((amount) => money(amount)) });
  fc.assert(
    fc.property(
      fc.uniqueArray(portion, { minLength: 1, maxLength: 8, selector: (each) => each.sponsor }),
      fc.nat(1_000_000),
      (held, share) => {
        const all = held.reduce((sum, { amount }) => sum + amount.amount, 0n);
        fc.pre(all > 0n);
        const amount = (all * BigInt(share)) / 1_000_000n;
        const parts = apportioned(money(amount), held);
        expect(parts.reduce((sum, part) => sum + part.amount.amount, 0n)).toBe(amount);
        for (const part of parts) {
          const from = held.find((each) => each.sponsor === part.sponsor)?.amount.amount ?? 0n;
          expect(part.amount.amount <= from).toBe(true);
        }
      },
    ),
  );
});

test('what is shown to be claimable is what a claim is accepted of, and not a minor unit more', () => {
  for (const state of [paid(), paid(claim(20n)), paid(claim(60n))]) {
    const claimable = state.status !== 'absent' && isInForce(state) ? claimableSums(state) : [];
    for (const tranche of [0, 1]) {
      const open = claimable.find((each) => each.tranche === tranche)?.amount.amount ?? 0n;
      const of = (amount: bigint) => decide(claim(amount, { tranche, note: 'txt_other' }), state).ok;
      expect([open > 0n ? of(open) : false, of(open + 1n)]).toEqual([open > 0n, false]);
    }
    expect(claimable.map(({ tranche }) => tranche)).not.toContain(2);
  }
});

test('who may be decided unheard is told so while nothing is answered, and no longer after', () => {
  const silences = (state: State) =>
    (agreementFold.waitsOf?.(AGREEMENT, state, NOW) ?? [])
      .filter(({ kind }) => kind === 'recovery-to-answer')
      .map(({ silence }) => silence);
  expect(silences(paid(claim()))).toEqual(['decided-unheard']);
  expect(silences(paid(claim(), answer()))).toEqual([]);
});
