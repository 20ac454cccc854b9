import { Children, type ComponentProps, lazy, type ReactNode } from 'react';
import { More } from './More.tsx';
import { PageHead } from './PageHead.tsx';

// It comes when it is asked for.
const History = lazy(async () => ({ default: (await import('../../history/History.tsx')).History }));

type Props = {
  readonly title: string;
  /** The way up: to the list, or to what the item is part of. */
  readonly up: ReactNode;
  /** What follows on that way. */
  readonly crumbs?: readonly ReactNode[];
  /** How it stands, below the title. */
  readonly state?: ReactNode;
  /** What is done with the page itself: printed, saved, seen in another way. */
  readonly aside?: ReactNode;
  /** What the window is called, where the title alone does not say of what it is. */
  readonly tab?: string;
  /** What happened to the item, at the end of the page. */
  readonly history?: ComponentProps<typeof History> & { readonly title: string };
  /** Its facts, what may be done to it, its parts. */
  readonly children: ReactNode;
};

/** The page of an item. */
export const ItemPage = ({ title, tab = title, up, crumbs = [], state, aside, history, children }: Props) => (
  <>
    <PageHead
      title={title}
      tab={tab}
      way={
        <ol className="crumbs">
          {Children.map([up, ...crumbs], (crumb) => (
            <li>{crumb}</li>
          ))}
        </ol>
      }
      below={state}
      aside={aside}
    />
    {children}
    {history ? <Happened {...history} /> : null}
  </>
);

const Happened = ({ title, ...history }: NonNullable<Props['history']>) => (
  <More title={title}>
    <History {...history} />
  </More>
);
