import { Icon, type IconName } from './Icon.tsx';
import { keyOf } from './Status.tsx';

type Shown = readonly [ring: IconName, tone: '' | 'good' | 'bad' | 'wait' | 'info'];
/** The ring and the tone of each status of a kind of item. */
export type Table<Status extends string> = Readonly<Record<Status, Shown>>;
type Tables = Readonly<Record<string, Table<string>>>;
type Words = Readonly<Record<string, ((inputs: Record<string, unknown>) => string) | undefined>>;

/** How some kinds of items show their statuses: so that a page loads only those that it has. */
export function statusesOf<All extends Tables>(tables: All, words: Words) {
  const statusText = (of: keyof All & string, status: string): string => words[of]?.({ code: keyOf(status) }) ?? status;

  function StatusOf<Of extends keyof All & string>({ of, status }: { readonly of: Of; readonly status: keyof All[Of] & string }) {
    const [ring, tone] = tables[of]?.[status] ?? ['open', ''];
    return (
      <span className={`tag ${tone}`}>
        <Icon name={ring} />
        <span>{statusText(of, status)}</span>
      </span>
    );
  }
  return { StatusOf, statusText };
}
