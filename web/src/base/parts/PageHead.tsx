import type { ReactNode } from 'react';

type HeadingProps = {
  readonly title: string;
  /** What the window is called, where the title alone does not say of what it is. */
  readonly tab?: string | undefined;
  /** The way to the page, above its title. */
  readonly way?: ReactNode;
  /** What the page is for, or how its item stands, below the title. */
  readonly below?: ReactNode;
  /** What is next to the title, each by itself. */
  readonly children?: ReactNode;
};

/** The title of a page and of its window. */
export const Heading = ({ title, tab = title, way, below, children }: HeadingProps) => (
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
      {children}
    </div>
  </>
);

type Props = Omit<HeadingProps, 'children'> & {
  /** What is done with the page itself: printed, saved, seen in another way. */
  readonly aside?: ReactNode;
};

/** The same, with what is done with the page in one row. */
export const PageHead = ({ aside, ...heading }: Props) => (
  <Heading {...heading}>{aside ? <div className="row">{aside}</div> : null}</Heading>
);
