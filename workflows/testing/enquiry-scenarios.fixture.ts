import { type Instant, plusDays } from '@junkan/kit/pure/dates.ts';
import type { EnquiryStep, WholeEnquiryView } from '../rules/enquiry.ts';
import type { TestEnvironment } from './test-environment.fixture.ts';
import { way } from './way.fixture.ts';

const KEPT_DAYS = 365;
const ANSWER_DAYS = 7;

/** An enquiry that is forgotten once nothing has happened to it for a year. */
function enquiryFake(from: Instant) {
  let status: WholeEnquiryView['status'] = 'received';
  let next: Instant | '' = plusDays(from, KEPT_DAYS);
  let escalates: Instant | '' = plusDays(from, ANSWER_DAYS);
  return {
    view: (now: Instant): WholeEnquiryView => ({ now, status, next, escalates }),
    take: ({ do: what }: EnquiryStep): void => {
      escalates = '';
      if (what === 'ForgetEnquiry') [status, next] = ['forgotten', ''];
    },
    isAnswered: (at: Instant): void => {
      [status, next, escalates] = ['answered', plusDays(at, KEPT_DAYS), ''];
    },
  };
}

async function enquiry(environment: TestEnvironment, scenario: string) {
  const fake = enquiryFake(await environment.now());
  return { fake, scene: await environment.enquiry({ enquiry: `enq_${scenario}`, correlationId: 'scenario' }, fake) };
}

export const ENQUIRY = {
  /** It is answered after half a year, so that its time begins again. */
  'enquiry-answered-forgotten': way(enquiry, async ({ fake, scene }) => {
    await scene.pass(180);
    const answered = await scene.now();
    await scene.happens(() => fake.isAnswered(answered));
    await scene.pass(370);
  }),
  /** Nobody answers it. */
  'enquiry-escalated-forgotten': way(enquiry, async ({ scene }) => {
    await scene.pass(370);
  }),
};
