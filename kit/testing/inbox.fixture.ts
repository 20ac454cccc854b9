/** What comes to somebody, in order, until it ends or breaks. */
export class Inbox<Item> implements AsyncIterable<Item> {
  readonly #items: Item[] = [];
  #ended = false;
  #failure: Error | undefined;
  #wake: () => void = () => undefined;

  get waiting(): number {
    return this.#items.length;
  }
  get hasEnded(): boolean {
    return this.#ended;
  }
  push(...items: readonly Item[]): void {
    this.#items.push(...items);
    this.#wake();
  }
  /** What has come before is still given. */
  end(failure?: Error): void {
    this.#ended = true;
    this.#failure ??= failure;
    this.#wake();
  }
  async *[Symbol.asyncIterator](): AsyncGenerator<Item, undefined> {
    for (;;) {
      const next = this.#items.shift();
      if (next !== undefined) yield next;
      else if (this.#failure) throw this.#failure;
      else if (this.#ended) return undefined;
      else
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
    }
  }
}
