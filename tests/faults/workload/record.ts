/** The answer of a command: the version of its stream, and what it created there. */
export type Outcome = {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly offer?: string;
  readonly payment?: string;
};

/** A command as its sender remembers it. All of its repeats have one key and one chain. */
export type Sent = {
  /** Its own correlation id, by which the store is asked what came of it. */
  readonly chain: string;
  readonly step: string;
  readonly person: string;
  /** `either`: another command may have been first. */
  readonly expects: 'done' | 'refused' | 'either';
  /** Every final answer, in the order in which they came. */
  readonly answers: Outcome[];
  readonly refusals: { readonly status: number; readonly type: string }[];
  attempts: number;
};

/** One commit, as the raw store has it. */
export type Kept = {
  readonly stream: string;
  readonly to: number;
  readonly chain: string;
  readonly person: string;
  readonly types: readonly string[];
  readonly payments: readonly string[];
};

/** What is wrong, by how: acknowledged and gone, done more than once, or answered as it must not be. */
export type Wrongs = { readonly lost: readonly string[]; readonly doubled: readonly string[]; readonly wrong: readonly string[] };

/** Holds what was acknowledged against what is stored. */
export function wrongsOf(sent: readonly Sent[], store: readonly Kept[]): Wrongs {
  const byChain = Map.groupBy(store, ({ chain, person }) => `${chain} ${person}`);
  const found = sent.map((command) => wrongsOfOne(command, byChain.get(`${command.chain} ${command.person}`) ?? []));
  return {
    lost: found.flatMap(({ lost }) => lost),
    doubled: [...found.flatMap(({ doubled }) => doubled), ...unasked(sent, store), ...settledTwice(store)],
    wrong: found.flatMap(({ wrong }) => wrong),
  };
}

function wrongsOfOne(command: Sent, commits: readonly Kept[]): Wrongs {
  const { answers, refusals, expects } = command;
  const name = `${command.step} (${command.chain})`;
  const [answer] = answers;
  const lost: string[] = [];
  const doubled: string[] = [];
  const wrong: string[] = [];
  if (commits.length > 1) doubled.push(`${name} is done ${commits.length} times: ${commits.map(({ stream, to }) => `${stream}@${to}`)}`);
  if (answer) {
    const commit = commits.find(({ stream, to }) => stream === answer.id && to === answer.version);
    if (!commit) lost.push(`${name} was acknowledged as ${answer.id}@${answer.version} and is not there`);
    for (const other of answers)
      if (other.id !== answer.id || other.offer !== answer.offer || other.payment !== answer.payment || other.version !== answer.version)
        doubled.push(`${name} was answered as ${said(answer)}, and then as ${said(other)}`);
  }
  if (answers.length > 0 && refusals.length > 0) wrong.push(`${name} was both done and refused (${refusals[0]?.type})`);
  if (refusals.length > 0 && commits.length > 0) wrong.push(`${name} was refused (${refusals[0]?.type}) and is stored`);
  if (expects === 'done' && refusals[0]) wrong.push(`${name} was refused: ${refusals[0].status} ${refusals[0].type}`);
  if (expects === 'refused' && answer) wrong.push(`${name} was done, and should have been refused`);
  return { lost, doubled, wrong };
}

const said = ({ id, version, offer = '', payment = '' }: Outcome): string => [`${id}@${version}`, offer, payment].join(' ').trim();

/** What is stored in the name of those who sent commands, without any command of theirs. */
function unasked(sent: readonly Sent[], store: readonly Kept[]): string[] {
  const persons = new Set(sent.map(({ person }) => person));
  const chains = new Set(sent.map(({ chain }) => chain));
  return store
    .filter(({ person, chain }) => persons.has(person) && !chains.has(chain))
    .map(({ stream, to, person, chain }) => `${stream}@${to} is stored for ${person}, who never sent ${chain}`);
}

/** A payment is settled once more only after its settlement was undone. */
function settledTwice(store: readonly Kept[]): string[] {
  const paymentsOf = (...types: readonly string[]) =>
    store.flatMap((commit) => (commit.types.some((type) => types.includes(type)) ? commit.payments : []));
  const undone = Map.groupBy(paymentsOf('PaymentReturned', 'SettlementReversed'), (payment) => payment);
  const settled = Map.groupBy(paymentsOf('PaymentSettled'), (payment) => payment);
  return [...settled].flatMap(([payment, { length }]) => {
    const standing = length - (undone.get(payment)?.length ?? 0);
    return standing > 1 ? [`payment ${payment} is settled ${standing} times`] : [];
  });
}
