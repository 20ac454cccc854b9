import type { ReactNode } from 'react';

type Props = {
  readonly title: string;
  /** What the window is called, where the title alone does not say of what it is. */
  readonly tab?: string;
  /** The way to the page, above its title. */
  readonly way?: ReactNode;
  /** What the page is for, or how its item stands, below the title. */
  readonly below?: ReactNode;
  /** What is done with the page itself: printed, saved, seen in another way. */
  readonly aside?: ReactNode;
};

/** The title of a page and of its window. */
export const PageHead = ({ title, tab = title, way, below, aside }: Props) => (
  <>
    <title>{`${tab} · Junkan`}</title>
    {way}
    <div className="head">
      {below ? (
        <div>
          <h1>{title}</h1>
          {below}
        </div>
      ) : (
        <h1>{title}</h1>
      )}
      {aside ? <div className="row">{aside}</div> : null}
    </div>
  </>
);
