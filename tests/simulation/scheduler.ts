import { createHash } from 'node:crypto';
import type { Host } from '@junkan/kit/testing/memory-network.fixture.ts';
import type { Turn } from '@junkan/kit/testing/turn.fixture.ts';
import type { Rng } from '../rng.ts';
import type { VirtualTime } from './virtual-time.ts';

/** How often something goes wrong, of ten thousand turns each. */
export type Faults = {
  /** A program dies just before what it does outside itself has its effect, or just after. */
  readonly crash: number;
  /** What is asked has no effect, and fails. */
  readonly refuse: number;
  /** What is asked has its effect, and fails all the same. */
  readonly lose: number;
  /** Something else takes so long that a timer comes first. */
  readonly slow: number;
};
export const NO_FAULTS: Faults = { crash: 0, refuse: 0, lose: 0, slow: 0 };

type Waiting = { readonly process: Process; readonly what: string; readonly run: (fault: Fault | undefined) => void };
type Awaited = {
  readonly isSo: () => boolean;
  readonly what: string;
  readonly since: number;
  readonly turns: number;
  resolve(): void;
  reject(error: Error): void;
};
type Fault = 'crash-before' | 'crash-after' | 'refuse' | 'lose';

const OF = 10_000;
/** So much virtual time may go by until everything that was begun has come to its end. */
const TIMEOUT_MS = 20 * 60_000;
/** And so many turns may be taken: what goes on without end leaves no time to pass. */
const MOST_TURNS = 20_000;
const TRAIL = 60;

/** A running program. Once it has died nothing that it began has any effect. */
export class Process implements Host {
  readonly name: string;
  readonly #scheduler: Scheduler;
  readonly #listeners: (() => void)[] = [];
  isDead = false;

  /** Only programs die. */
  readonly isProgram: boolean;

  constructor(name: string, scheduler: Scheduler, isProgram = true) {
    this.name = name;
    this.isProgram = isProgram;
    this.#scheduler = scheduler;
  }
  readonly turn: Turn = (what, effect) => this.#scheduler.turn(this, what, effect, (asked) => new Error(`${asked}: out of reach`));
  /** `outage`: what it sees where something outside it does not answer. */
  turns(outage: (what: string) => Error): Turn {
    return (what, effect) => this.#scheduler.turn(this, what, effect, outage);
  }
  readonly onDeath = (listener: () => void): void => void this.#listeners.push(listener);
  die(): void {
    this.isDead = true;
    for (const listener of this.#listeners.splice(0)) listener();
  }
}

/** Gives turns: of all that could happen next, one thing happens, chosen by the seed; time passes when nothing else can happen. */
export class Scheduler {
  readonly #time: VirtualTime;
  readonly #rng: Rng;
  readonly #waiting: Waiting[] = [];
  readonly #awaited: Awaited[] = [];
  readonly #way = createHash('sha256');
  readonly trail: string[] = [];
  faults: Faults = NO_FAULTS;
  turns = 0;

  constructor(time: VirtualTime, rng: Rng) {
    this.#time = time;
    this.#rng = rng;
  }

  turn<Result>(process: Process, what: string, effect: () => Result, outage: (what: string) => Error): Promise<Result> {
    return new Promise((resolve, reject) => {
      const run = (fault: Fault | undefined): void => {
        try {
          const result = fault === 'crash-before' || fault === 'refuse' ? undefined : effect();
          // A result that nobody awaits any more may still be a failure.
          if (fault) Promise.resolve(result).catch(() => undefined);
          if (fault === 'crash-before' || fault === 'crash-after') process.die();
          else if (fault) reject(outage(what));
          else resolve(result as Result);
        } catch (error) {
          reject(error);
        }
      };
      this.#waiting.push({ process, what, run });
    });
  }

  /** Says in short which turns were taken, in their order. */
  way(): string {
    return this.#way.copy().digest('hex');
  }

  note(what: string): void {
    this.trail.push(`${new Date().toISOString().slice(11, 23)} ${what}`);
    if (this.trail.length > TRAIL) this.trail.shift();
  }

  /** Resolves as soon as something is so while nobody waits for a turn; rejects where that does not come. */
  when(isSo: () => boolean, what: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#awaited.push({ isSo, what, since: Date.now(), turns: this.turns, resolve, reject });
    });
  }

  /** Gives turns until the work has come to its end. */
  async driving<Result>(work: Promise<Result>): Promise<Result> {
    let isDone = false;
    const done = (): void => {
      isDone = true;
    };
    work.then(done, done);
    for (;;) {
      await this.#time.quiet();
      if (isDone) return work;
      if ((this.#waiting.length > 0 && !this.#isEndless()) || !this.#hasCome()) this.#goOn();
    }
  }

  #isEndless(): boolean {
    const [first] = this.#awaited;
    return first !== undefined && this.turns - first.turns > MOST_TURNS;
  }

  /** Whether something came that was waited for, or will not come any more. */
  #hasCome(): boolean {
    for (const [index, { isSo, what, since, turns, resolve, reject }] of this.#awaited.entries()) {
      if (isSo()) resolve();
      else if (Date.now() - since > TIMEOUT_MS || this.turns - turns > MOST_TURNS)
        reject(new Error(`${what}: this does not come\n${this.trail.join('\n')}`));
      else continue;
      this.#awaited.splice(index, 1);
      return true;
    }
    return false;
  }

  #goOn(): void {
    if (this.#waiting.length === 0 || this.#isDue(this.faults.slow)) {
      this.#time.clock.next();
      return;
    }
    const index = this.#rng.upTo(this.#waiting.length) - 1;
    const [next] = this.#waiting.splice(index, 1);
    if (!next || next.process.isDead) return;
    this.turns += 1;
    this.#way.update(`${next.process.name}: ${next.what}\n`);
    const fault = this.#fault(next.process);
    if (fault) this.note(`${fault} of ${next.process.name}: ${next.what}`);
    next.run(fault);
  }

  #fault({ isProgram }: Process): Fault | undefined {
    const { crash, refuse, lose } = this.faults;
    if (isProgram && this.#isDue(crash)) return this.#rng.of(['crash-before', 'crash-after']);
    if (this.#isDue(refuse)) return 'refuse';
    return this.#isDue(lose) ? 'lose' : undefined;
  }
  #isDue(ofTenThousand: number): boolean {
    return ofTenThousand > 0 && this.#rng.upTo(OF) <= ofTenThousand;
  }
}
