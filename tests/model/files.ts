import { type Asking, NOTE, needs, post } from './asking.ts';
import { isPaymentHeld } from './holds.ts';
import { DAY_LIMIT, hasEnded, isInForce, type Model, type PaymentFile, paidOn, type Step, sum } from './state.ts';

type Transfer = PaymentFile['transfers'][number];
type Rule = Step['rules'][number];
/** So many of the newest are still decided on. */
const AT_HAND = 3;

/** What files of payments come to: made by one person, approved or refused by another, and sent. */
export function fileStep(asking: Asking): Step | undefined {
  const { model, rng } = asking;
  const open = model.files.slice(-AT_HAND);
  if (open.length === 0 || rng.is(40)) return make(asking);
  const file = rng.of(open);
  return rng.of([approve(asking, file), approve(asking, file), send(asking, file), send(asking, file), refuse(asking, file)]);
}

const goesOn = ({ agreement, payment }: Transfer): boolean =>
  (agreement.status === 'effective' || agreement.status === 'terminated') && !isPaymentHeld(agreement, payment);

/** The approved payments of a sponsor that are in no file. */
function waitingOf({ inPlay }: Model, sponsor: string): Transfer[] {
  return inPlay
    .filter((project) => !hasEnded(project))
    .flatMap(({ agreement }) =>
      agreement && isInForce(agreement)
        ? [...agreement.cells, ...agreement.kept, ...agreement.advances, ...agreement.inParts].flatMap(({ sponsor: payer, payment }) =>
            payer === sponsor && payment?.status === 'approved' && !payment.file ? [{ agreement, payment }] : [],
          )
        : [],
    );
}

function make(asking: Asking): Step | undefined {
  const { model, rng, by } = asking;
  const payer = rng.of(model.sponsors).sponsor;
  const waiting = waitingOf(model, payer);
  if (waiting.length === 0) return undefined;
  const transfers = waiting.filter(goesOn);
  return post('file', 'makePaymentFile', {}, asking, undefined, {
    body: { payer, currency: 'USD', executionDate: model.now.slice(0, 10), payments: waiting.map(({ payment }) => payment.id) },
    rules: [needs(by, ['finance.maker']), [transfers.length > 0, 409]],
    effect: ({ id }) => {
      const day = model.now.slice(0, 10);
      const said = { madeBy: by.person, firstBy: '', approvedBy: '', refusedBy: '' };
      const file: PaymentFile = { id, status: 'made', payer, day, transfers, ...said };
      model.files.push(file);
      for (const { payment } of transfers) payment.file = id;
    },
  });
}

const mayGo = ({ transfers }: PaymentFile): Rule => [transfers.every(goesOn), 409];
const heldBy = (file: PaymentFile, ...names: readonly ('verifiedBy' | 'requestedBy' | 'firstBy' | 'approvedBy')[]): string[] =>
  file.transfers.flatMap(({ payment }) => names.map((name) => payment[name]));

function approve(asking: Asking, file: PaymentFile): Step {
  const { by } = asking;
  const isGiven = ['made', 'approved', 'sent'].includes(file.status) && file.firstBy === by.person;
  const isDone = isGiven || (['approved', 'sent'].includes(file.status) && file.approvedBy === by.person);
  const whole = sum(file.transfers.map(({ payment }) => payment.amount)) + paidOn(asking.model, file.payer, file.day, file);
  // Whoever approved a payment in it alone is never the only one to approve it.
  const isAlone = file.transfers.some(({ payment }) => payment.firstBy === '' && payment.approvedBy === by.person);
  const isFirst = file.firstBy === '' && (whole > DAY_LIMIT || isAlone);
  return post(isFirst ? 'first file approval' : 'file approval', 'approvePaymentFile', { id: file.id }, asking, undefined, {
    isDone,
    rules: [
      needs(by, ['finance.checker']),
      [![file.madeBy, ...heldBy(file, 'verifiedBy', 'requestedBy')].includes(by.person), 403],
      ...(isDone ? [] : ([[file.status === 'made', 409], mayGo(file)] as const)),
    ],
    effect: () => Object.assign(file, isFirst ? { firstBy: by.person } : { status: 'approved', approvedBy: by.person }),
  });
}

function refuse(asking: Asking, file: PaymentFile): Step {
  const { by } = asking;
  const isDone = file.status === 'refused' && file.refusedBy === by.person;
  return post('file refusal', 'refusePaymentFile', { id: file.id }, asking, undefined, {
    body: NOTE,
    isDone,
    rules: [needs(by, ['finance.checker']), [isDone || file.status === 'made' || file.status === 'approved', 409]],
    effect: () => {
      Object.assign(file, { status: 'refused', refusedBy: by.person });
      for (const { payment } of file.transfers) if (payment.file === file.id) payment.file = undefined;
    },
  });
}

function send(asking: Asking, file: PaymentFile): Step {
  const { by } = asking;
  const isDone = file.status === 'sent';
  return post('file sending', 'sendPaymentFile', { id: file.id }, asking, undefined, {
    isDone,
    rules: [
      needs(by, ['finance.maker']),
      [![file.firstBy, file.approvedBy, ...heldBy(file, 'verifiedBy', 'firstBy', 'approvedBy')].includes(by.person), 403],
      ...(isDone ? [] : ([[file.status === 'approved', 409], mayGo(file)] as const)),
    ],
    effect: () => {
      file.status = 'sent';
      for (const { payment } of file.transfers) payment.status = 'instructed';
    },
  });
}
