/** A message as a stream of JetStream keeps it. */
export type Kept = { readonly seq: number; readonly subject: string; readonly id: string; readonly text: string; readonly at: number };

type Config = { readonly filter_subjects?: readonly string[]; readonly ack_wait?: number };
type Listener = () => void;
/** A consumer that has received a message and has not acknowledged it yet. */
type Handed = { readonly seqs: Set<number>; readonly timer: NodeJS.Timeout };

const DUPLICATE_WINDOW_MS = 120_000;
const USUAL_ACK_WAIT_MS = 30_000;
const NANOSECONDS = 1_000_000;

export class EventStream {
  readonly name: string;
  readonly prefix: string;
  readonly created = new Date().toISOString();
  readonly durables = new Map<string, Durable>();
  readonly #messages: Kept[] = [];
  readonly #byId = new Map<string, Kept>();
  readonly #lastByPrefix = new Map<string, Kept | undefined>();
  readonly #listeners = new Set<Listener>();
  replicas = 1;
  last = 0;
  #heldAt = Number.POSITIVE_INFINITY;
  #first = 1;

  constructor(name: string, subject: string) {
    this.name = name;
    this.prefix = prefixOf(subject);
  }

  /** How far its readers are given it. */
  get readable(): number {
    return Math.min(this.last, this.#heldAt);
  }
  /** Keeps what comes from its readers, until the answer is called. */
  hold(): () => void {
    this.#heldAt = this.last;
    return () => {
      this.#heldAt = Number.POSITIVE_INFINITY;
      for (const listener of this.#listeners) listener();
    };
  }
  get count(): number {
    return this.last - this.#first + 1;
  }
  at(seq: number): Kept | undefined {
    return this.#messages[seq - this.#first];
  }
  /** What was asked for once is remembered, so that it costs the same however long the stream is. */
  lastOn(subject: string): Kept | undefined {
    const prefix = prefixOf(subject);
    if (!this.#lastByPrefix.has(prefix))
      this.#lastByPrefix.set(
        prefix,
        this.#messages.findLast((message) => message.subject.startsWith(prefix)),
      );
    return this.#lastByPrefix.get(prefix);
  }
  publish(subject: string, id: string, text: string): { seq: number; duplicate: boolean } {
    const before = id === '' ? undefined : this.#byId.get(id);
    if (before && before.at > Date.now() - DUPLICATE_WINDOW_MS) return { seq: before.seq, duplicate: true };
    this.last += 1;
    const kept: Kept = { seq: this.last, subject, id, text, at: Date.now() };
    this.#messages.push(kept);
    this.#byId.set(id, kept);
    for (const prefix of this.#lastByPrefix.keys()) if (subject.startsWith(prefix)) this.#lastByPrefix.set(prefix, kept);
    for (const listener of this.#listeners) listener();
    return { seq: kept.seq, duplicate: false };
  }
  /** Removes the messages before a position. */
  purge(before: number): void {
    this.#messages.splice(0, before - this.#first);
    this.#lastByPrefix.clear();
    this.#first = before;
  }
  onPublished(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

const prefixOf = (subject: string): string => subject.replace(/>$/, '');

/** A durable consumer: its pending messages and those awaiting acknowledgement. */
export class Durable {
  readonly config: Config;
  readonly #stream: EventStream;
  readonly #subjects: readonly string[] | undefined;
  readonly #again: number[] = [];
  readonly #handed = new Map<number, Handed>();
  /** What was refused, and is to be handed out again later. */
  readonly #held = new Set<number>();
  readonly #listeners = new Set<Listener>();
  #next = 1;
  isDeleted = false;

  constructor(stream: EventStream, config: Config) {
    this.#stream = stream;
    this.config = config;
    this.#subjects = config.filter_subjects?.map(prefixOf);
    this.#passOver();
    stream.onPublished(() => {
      this.#passOver();
      this.#tell();
    });
  }

  get unacknowledged(): number {
    return this.#handed.size + this.#held.size;
  }
  get pending(): number {
    let count = this.#again.length;
    for (let seq = this.#next; seq <= this.#stream.last; seq += 1) if (this.#concerns(seq)) count += 1;
    return count;
  }
  /** The place up to which all is acknowledged. */
  get floor(): number {
    return Math.min(this.#next, ...this.#again, ...this.#held, ...this.#handed.keys()) - 1;
  }

  /** The messages to deliver now, redeliveries first. A message that was not acknowledged in time counts as lost. */
  take(most: number): Kept[] {
    const seqs = this.#again.splice(0, most);
    for (; seqs.length < most && this.#next <= this.#stream.last; this.#next += 1) if (this.#concerns(this.#next)) seqs.push(this.#next);
    const found = seqs.map((seq) => this.#stream.at(seq)).filter((message) => message !== undefined);
    if (found.length > 0) this.#hand(new Set(found.map(({ seq }) => seq)));
    return found;
  }
  acknowledge(seqs: readonly number[]): void {
    for (const seq of seqs) this.#settle(seq);
  }
  /** Redelivers it after a while. */
  refuse(seq: number, afterMs: number): void {
    if (!this.#settle(seq)) return;
    this.#held.add(seq);
    setTimeout(() => {
      this.#held.delete(seq);
      this.#repeat([seq]);
    }, afterMs);
  }
  onReady(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  delete(): void {
    this.isDeleted = true;
    this.#tell();
  }

  #concerns(seq: number): boolean {
    const message = this.#stream.at(seq);
    return message !== undefined && (this.#subjects?.some((subject) => message.subject.startsWith(subject)) ?? true);
  }
  /** Skips what does not match its filter. */
  #passOver(): void {
    while (this.#next <= this.#stream.last && !this.#concerns(this.#next)) this.#next += 1;
  }
  #hand(seqs: Set<number>): void {
    const wait = this.config.ack_wait === undefined ? USUAL_ACK_WAIT_MS : this.config.ack_wait / NANOSECONDS;
    const handed: Handed = { seqs, timer: setTimeout(() => this.#repeat([...seqs].filter((seq) => this.#settle(seq))), wait) };
    for (const seq of seqs) this.#handed.set(seq, handed);
  }
  #settle(seq: number): boolean {
    const handed = this.#handed.get(seq);
    if (!handed) return false;
    this.#handed.delete(seq);
    handed.seqs.delete(seq);
    if (handed.seqs.size === 0) clearTimeout(handed.timer);
    return true;
  }
  #repeat(seqs: readonly number[]): void {
    this.#again.push(...seqs);
    this.#tell();
  }
  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
