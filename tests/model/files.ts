import { answerText } from '@junkan/scripts/main-job/payment-files.ts';
import { type Asking, NOTE, needs, post } from './asking.ts';
import { isWithinBudget } from './exchanges.ts';
import { isPaymentHeld } from './holds.ts';
import { count, DAY_LIMIT, hasEnded, isInForce, type Model, type PaymentFile, paidOn, type Step, sum } from './state.ts';

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
  return rng.of([approve, approve, send, send, refuse, refuse, download, answer, rejectRest, rejectRest, confirmFailures, confirmFailures])(
    asking,
    file,
  );
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
  const waiting = waitingOf(model, payer).filter(({ agreement }) => isWithinBudget(model, agreement, payer));
  if (waiting.length === 0) return undefined;
  const transfers = waiting.filter(goesOn);
  return post('file', 'makePaymentFile', {}, asking, undefined, {
    body: { payer, currency: 'USD', executionDate: model.now.slice(0, 10), payments: waiting.map(({ payment }) => payment.id) },
    rules: [needs(by, ['finance.maker']), [transfers.length > 0, 409]],
    effect: ({ id }) => {
      const day = model.now.slice(0, 10);
      const said = {
        madeBy: by.person,
        firstBy: '',
        approvedBy: '',
        refusedBy: '',
        isRejected: false,
        failures: [],
        toldBy: '',
        downloadedBy: new Set<string>(),
        wasHadInTime: false,
        refusalBy: '',
      };
      const file: PaymentFile = { id, status: 'made', payer, day, transfers, ...said };
      model.files.push(file);
      for (const { payment } of transfers) payment.file = id;
    },
  });
}

const isWithinBudgets = ({ model }: Asking, { payer, transfers }: PaymentFile): boolean =>
  transfers.every(({ agreement }) => isWithinBudget(model, agreement, payer));
/** Not after its day, unless somebody had it by then. */
const mayGo = ({ now }: Model, { transfers, day, wasHadInTime }: PaymentFile): Rule => [
  transfers.every(goesOn) && (wasHadInTime || now.slice(0, 10) <= day),
  409,
];
const heldBy = (file: PaymentFile, ...names: readonly ('verifiedBy' | 'requestedBy' | 'firstBy' | 'approvedBy')[]): string[] =>
  file.transfers.flatMap(({ payment }) => names.map((name) => payment[name]));

function approve(asking: Asking, file: PaymentFile): Step | undefined {
  if (!isWithinBudgets(asking, file)) return undefined;
  const { by } = asking;
  const isGiven = ['made', 'approved', 'sent'].includes(file.status) && file.firstBy === by.person;
  const isDone = isGiven || (['approved', 'sent'].includes(file.status) && file.approvedBy === by.person);
  const own = sum(file.transfers.map(({ payment }) => payment.amount));
  const whole = own + paidOn(asking.model, file.payer, file.day, file.id);
  // Whoever approved a payment in it alone is never the only one to approve it.
  const isAlone = file.transfers.some(({ payment }) => payment.firstBy === '' && payment.approvedBy === by.person);
  const isFirst = file.firstBy === '' && (whole > DAY_LIMIT || isAlone);
  return post(isFirst ? 'first file approval' : 'file approval', 'approvePaymentFile', { id: file.id }, asking, undefined, {
    isDone,
    rules: [
      needs(by, ['finance.checker']),
      [![file.madeBy, ...heldBy(file, 'verifiedBy', 'requestedBy')].includes(by.person), 403],
      ...(isDone ? [] : ([[file.status === 'made', 409], mayGo(asking.model, file)] as const)),
    ],
    effect: () => {
      Object.assign(file, isFirst ? { firstBy: by.person } : { status: 'approved', approvedBy: by.person });
      count(asking.model, file, own);
    },
  });
}

function download(asking: Asking, file: PaymentFile): Step {
  const { by } = asking;
  const isToApprove = file.status === 'made' && file.madeBy !== by.person;
  return post('file download', 'downloadPaymentFile', { id: file.id }, asking, undefined, {
    rules: [
      needs(by, isToApprove ? ['finance.checker'] : ['finance.maker', 'finance.checker']),
      [isToApprove || file.status === 'approved' || file.status === 'sent', 409],
    ],
    effect: () => {
      file.downloadedBy.add(by.person);
      if (asking.model.now.slice(0, 10) <= file.day) file.wasHadInTime = true;
    },
  });
}

/** By two, once somebody has it as the bank gets it; the second has not, and did not make it. */
function refuse(asking: Asking, file: PaymentFile): Step {
  const { by } = asking;
  const isOpen = file.status === 'made' || file.status === 'approved';
  const isDone = (file.status === 'refused' && file.refusedBy === by.person) || (isOpen && file.refusalBy === by.person);
  const isFirst = file.refusalBy === '' && file.downloadedBy.size > 0;
  const isSecond = isOpen && !isDone && file.refusalBy !== '';
  return post(isFirst ? 'first file refusal' : 'file refusal', 'refusePaymentFile', { id: file.id }, asking, undefined, {
    body: NOTE,
    isDone,
    rules: [
      needs(by, ['finance.checker']),
      [isDone || isOpen, 409],
      [!isSecond || !(file.madeBy === by.person || file.downloadedBy.has(by.person)), 403],
    ],
    effect: () => {
      if (isFirst) {
        file.refusalBy = by.person;
        return;
      }
      Object.assign(file, { status: 'refused', refusedBy: by.person });
      count(asking.model, file, 0);
      for (const { payment } of file.transfers) if (payment.file === file.id) payment.file = undefined;
    },
  });
}

function send(asking: Asking, file: PaymentFile): Step | undefined {
  if (!isWithinBudgets(asking, file)) return undefined;
  const { by } = asking;
  const isDone = file.status === 'sent';
  return post('file sending', 'sendPaymentFile', { id: file.id }, asking, undefined, {
    isDone,
    rules: [
      needs(by, ['finance.maker']),
      [![file.firstBy, file.approvedBy, ...heldBy(file, 'verifiedBy', 'firstBy', 'approvedBy')].includes(by.person), 403],
      ...(isDone ? [] : ([[file.status === 'approved', 409], mayGo(asking.model, file), [file.downloadedBy.size > 0, 409]] as const)),
    ],
    effect: () => {
      file.status = 'sent';
      for (const { payment } of file.transfers) payment.status = 'instructed';
    },
  });
}

/** The bank rejects the whole file. */
function answer(asking: Asking, file: PaymentFile): Step | undefined {
  const { by } = asking;
  if (file.status !== 'sent' || file.isRejected) return undefined;
  const message = `JUNKAN-${file.id.slice('pfl_'.length).toUpperCase()}`;
  return post('answer of the bank', 'answerPaymentFile', {}, asking, undefined, {
    raw: answerText(message, [], { whole: 'RJCT' }),
    rules: [needs(by, ['finance.maker'])],
    effect: () => {
      file.isRejected = true;
    },
  });
}

const isWithBank = (file: PaymentFile, { payment }: Transfer): boolean =>
  payment.file === file.id && payment.status === 'instructed' && payment.reported === undefined;

/** What is settled, or said to be so, a person decides about: here only files of which nothing is. */
function rejectRest(asking: Asking, file: PaymentFile): Step | undefined {
  const { model, by } = asking;
  const { toldBy, transfers } = file;
  if (toldBy === '' && file.isRejected && !transfers.every((each) => isWithBank(file, each))) return undefined;
  return post('whole file rejected', 'rejectRemainingTransfers', { id: file.id }, asking, undefined, {
    isDone: toldBy !== '',
    rules: [needs(by, ['finance.maker']), [file.status === 'sent', 409], [file.isRejected, 409]],
    effect: () => {
      file.toldBy = by.person;
      for (const { payment } of transfers) {
        if ([payment.verifiedBy, payment.firstBy, payment.approvedBy].includes(by.person)) continue;
        payment.reports += 1;
        payment.reported = { outcome: 'failed', number: payment.reports, by: by.person, day: model.now.slice(0, 10) };
        file.failures.push({ payment, by: by.person });
      }
    },
  });
}

function confirmFailures(asking: Asking, file: PaymentFile): Step {
  const { by } = asking;
  const { failures } = file;
  // As with each payment, but over all of the file.
  const mayConfirm = ({ by: reporter }: { readonly by: string }): boolean =>
    reporter !== by.person &&
    !(heldBy(file, 'requestedBy').includes(reporter) && heldBy(file, 'firstBy', 'approvedBy').includes(by.person));
  return post('failures of a file', 'confirmFileFailures', { id: file.id }, asking, undefined, {
    rules: [
      needs(by, ['finance.checker']),
      [failures.length > 0, 409],
      [failures.length === 0 || failures.some((each) => mayConfirm(each)), 403],
    ],
    effect: () => {
      file.failures = failures.filter(({ payment, by: reporter }) => {
        if (!mayConfirm({ by: reporter })) return true;
        const waits = payment.file === file.id && payment.status === 'instructed' && payment.reported?.outcome === 'failed';
        if (waits && payment.verifiedBy === by.person) return true;
        if (waits) Object.assign(payment, { status: 'failed', endedBy: by.person });
        return false;
      });
    },
  });
}
