import { approverOf, checker, maker, sponsorOfficerOf } from '../api.ts';
import type { Agreement } from '../messages.ts';
import type { Base, Lender } from './base.ts';

type OfDay = { readonly day: string; readonly envelope: string; readonly lender: Lender; readonly corrects?: boolean };

/** A budget in yen, from which a project is backed that asks for dollars. */
export const exchanging = (base: Base) => ({
  /** A budget, and what a dollar comes to on the day on which the project was opened to sponsors. */
  async budgetInYen(project: string, lender: Lender, yen: string): Promise<string> {
    const { openedAt = '' } = await base.project(project);
    const total = { amount: '400000', currency: 'JPY' };
    const { id } = await base.as(approverOf(lender.sponsor)).openEnvelope({ id: lender.sponsor }, { total });
    await this.dollarIs(yen, { day: openedAt.slice(0, 10), envelope: id, lender });
    return id;
  },
  /** The yen has fallen: two persons of the sponsor commit more to its offer, without which the bank is not instructed. What was proposed first is refused. */
  async moreOfBudget({ conversions = [] }: Agreement, { envelope, lender }: Omit<OfDay, 'day'>, amount: string): Promise<void> {
    const key = (step: string) => ({ key: `${base.name}:${envelope}:increase:${step}` });
    const more = { offer: conversions[0]?.offer ?? '', amount: { amount, currency: 'JPY' }, note: 'The yen has fallen.' };
    const [proposer, other] = [base.as(sponsorOfficerOf(lender.sponsor)), base.as(approverOf(lender.sponsor))];
    await proposer.proposeIncrease({ id: envelope }, more, key('propose'));
    await other.refuseIncrease({ id: envelope, number: 1 }, { note: 'On which day?' }, key('refuse'));
    const again = { ...more, note: 'The yen has fallen since the project was opened to sponsors.' };
    await proposer.proposeIncrease({ id: envelope }, again, key('propose-again'));
    await other.confirmIncrease({ id: envelope, number: 2 }, {}, key('confirm'));
  },
  /** What a dollar comes to on the day on which a milestone was reported. */
  async yenAt(yen: string, { milestone, ...of }: { milestone: string; envelope: string; lender: Lender }): Promise<void> {
    await this.dollarIs(yen, { ...of, day: await reportedOn(base, milestone) });
  },
  /** The dollar rate of that day was entered wrongly: two persons correct it, and payments of that day are booked again. */
  async yenCorrected(yen: string, agreement: string, of: { milestone: string; envelope: string; lender: Lender }): Promise<void> {
    await this.dollarIs(yen, { ...of, day: await reportedOn(base, of.milestone), corrects: true });
    const { exchanges = [] } = await base.api.as(maker).getAgreement({ id: agreement });
    const key = (payment: string) => ({ key: `${base.name}:${payment}:rates-corrected` });
    for (const { payment, ratesCorrected } of exchanges)
      if (ratesCorrected) await base.api.as(maker).bookExchange({ id: agreement, payment }, {}, key(payment));
  },
  /** By two persons, and until it is what budgets go by. */
  async dollarIs(yen: string, { day, envelope, lender, corrects = false }: OfDay): Promise<void> {
    const source = `Bank of Japan ${base.demoParties.edition}`.trim();
    const key = (step: string) => ({ key: `${base.name}:${envelope}:${day}:${step}${corrects ? ':again' : ''}` });
    const rates = [{ currency: 'JPY', rate: yen }];
    const { id } = await base.api.as(maker).enterRates({}, { source, base: 'USD', day, rates, corrects }, key('enter'));
    await base.api.as(checker).confirmRates({ id }, {}, key('confirm'));
    const asked = { id: envelope, amount: '1.00', currency: 'USD' };
    await base.time.until(async () => {
      const { conversion } = await base.api.as(sponsorOfficerOf(lender.sponsor)).takenOfEnvelope(asked);
      return conversion?.day === day && conversion.toRate === yen;
    });
  },
});

/** The day of a milestone's report. */
async function reportedOn(base: Base, milestone: string): Promise<string> {
  const { report } = await base.milestone(milestone);
  return (report?.submittedAt ?? '').slice(0, 10);
}
