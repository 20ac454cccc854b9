import { type Asking, cents, needs, post } from './asking.ts';
import { type Model, type Sponsor, type Step, TICKET } from './state.ts';

/** What the sponsors' mandates come to: they are revised, paused, resumed and retired, and another takes the place of one that is over. */
export function mandateStep(asking: Asking): Step {
  const { model, rng, by } = asking;
  const own = model.sponsors.find(({ sponsor }) => sponsor === by.organisation);
  const sponsor = own && rng.is(85) ? own : rng.of(model.sponsors);
  const { status } = sponsor.mandateIs;
  if (status === 'retired' && rng.is(70)) return publish(asking, sponsor);
  return rng.of([
    revise(asking, sponsor),
    ...changes(asking, sponsor),
    // What is paused is mostly resumed soon.
    ...(status === 'paused' ? Array.from({ length: 4 }, () => resume(asking, sponsor)) : []),
  ]);
}

const termsOf = (maximum: number) => ({
  title: 'Circular cities',
  countries: ['JP'],
  ticketMinimum: cents(TICKET.minimum),
  ticketMaximum: cents(maximum),
});
const MAXIMA = [TICKET.maximum, TICKET.maximum / 2];

function publish(asking: Asking, own: Sponsor): Step {
  const { sponsor } = own;
  return post('mandate', 'publishMandate', {}, asking, undefined, {
    body: { sponsor, terms: termsOf(TICKET.maximum) },
    rules: [needs(asking.by, ['sponsor.officer'], sponsor)],
    effect: ({ id }) => {
      own.mandate = id;
      own.mandateIs = FRESH;
    },
  });
}

export const FRESH: Sponsor['mandateIs'] = { status: 'published', version: 1, maximum: TICKET.maximum };

function revise(asking: Asking, own: Sponsor): Step {
  const maximum = asking.rng.of(MAXIMA);
  const isDone = maximum === own.mandateIs.maximum && own.mandateIs.status !== 'retired';
  const step = changed('revision', 'reviseMandate', asking, own, { isDone, body: { terms: termsOf(maximum) }, now: { maximum } });
  return { ...step, version: own.mandateIs.version };
}

const changes = (asking: Asking, own: Sponsor): Step[] => [
  changed('pause', 'pauseMandate', asking, own, { isDone: own.mandateIs.status === 'paused', now: { status: 'paused' } }),
  resume(asking, own),
  changed('retirement', 'retireMandate', asking, own, { isDone: own.mandateIs.status === 'retired', now: { status: 'retired' } }),
];

const resume = (asking: Asking, own: Sponsor): Step =>
  changed('resumption', 'resumeMandate', asking, own, { isDone: own.mandateIs.status === 'published', now: { status: 'published' } });

type Change = { readonly isDone: boolean; readonly now: Partial<Model['sponsors'][number]['mandateIs']>; readonly body?: object };

function changed(name: string, operation: Step['operation'], asking: Asking, own: Sponsor, { isDone, now, body = {} }: Change): Step {
  const { sponsor, mandate, mandateIs } = own;
  return post(`mandate ${name}`, operation, { id: mandate }, asking, undefined, {
    body,
    isDone,
    rules: [needs(asking.by, ['sponsor.officer'], sponsor), [isDone || mandateIs.status !== 'retired', 409]],
    effect: () => {
      own.mandateIs = { ...own.mandateIs, ...now, version: own.mandateIs.version + 1 };
    },
  });
}
